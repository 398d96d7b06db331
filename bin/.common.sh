# shellcheck shell=sh
# What bin/kindling and bin/benchmark share, who set root, the project's directory. Both build what they run when it is
# missing or older than the sources. Without --master, or with --master local[...], it runs on this machine. Any other
# --master goes through the spark-submit of the Spark installation in SPARK_HOME; without SPARK_HOME, spark:// goes through
# Spark's own jars, as Maven has them.
#
#   KINDLING_JAVA_OPTS   options of the JVM where there is no SPARK_HOME, such as -Xmx8g
#   KINDLING_SUBMIT_OPTS options of spark-submit, such as --executor-memory 8g
#   KINDLING_JARS        further jars for driver and executors, with commas between them

class_path_file=${root:?}/cluster/target/spark.classpath

fail() {
    echo "kindling: $1" >&2
    exit 2
}

# The newest of some files, or nothing.
newest_of() {
    newest=
    for candidate in "$@"; do
        if [ -f "$candidate" ] && { [ -z "$newest" ] || [ -n "$(find "$candidate" -newer "$newest")" ]; }; then
            newest=$candidate
        fi
    done
    echo "$newest"
}

deployable_jar() {
    newest_of "$root"/cluster/target/kindling-cluster-*-all.jar
}

# is_stale JAR MODULE...: whether anything the jar is made of is newer than it; a deleted file shows in its directory.
is_stale() {
    stale_jar=$1
    shift
    for module in "$@"; do
        if [ -n "$(find "$root/pom.xml" "$root/$module/pom.xml" "$root/$module/src/main" -newer "$stale_jar" -print |
            head -n 1)" ]; then
            return 0
        fi
    done
    return 1
}

# build MODULE WHAT: packages a module and those it needs.
build() {
    command -v mvn >/dev/null 2>&1 || fail "Building needs Maven, and there is no mvn on the PATH."
    echo "kindling: building $2 (the first time takes some minutes)" >&2
    (cd "$root" && mvn -q -B -DskipTests -Dspotless.check.skip=true -pl "$1" -am package) >&2 ||
        { echo "kindling: the build failed; its messages are above" >&2; exit 1; }
}

# launch CLASS JAR JARS OPTION ARGUMENT...: becomes the command whose class is in the jar. It needs further jars, with commas
# between them, and an option for the JVM; both may be empty.
launch() {
    class=$1
    jar=$2
    jars=$3${3:+${KINDLING_JARS:+,}}${KINDLING_JARS:-}
    option=$4
    shift 4

    # --master M or --master=M, wherever it stands.
    master=
    expected=
    for argument in "$@"; do
        if [ -n "$expected" ]; then
            master=$argument
            expected=
        fi
        case $argument in
            --master) expected=yes ;;
            --master=*) master=${argument#--master=} ;;
        esac
    done

    submits=
    loopback=yes
    case $master in
        '' | local | local\[*) ;;
        *)
            if [ -n "${SPARK_HOME:-}" ]; then
                [ -x "$SPARK_HOME/bin/spark-submit" ] ||
                    fail "SPARK_HOME must name a Spark installation with bin/spark-submit. It is '$SPARK_HOME'."
                # shellcheck disable=SC2086
                exec "$SPARK_HOME/bin/spark-submit" --master "$master" --name kindling --class "$class" \
                    ${jars:+--jars "$jars"} ${KINDLING_SUBMIT_OPTS:-} "$jar" "$@"
            fi
            submits=yes
            case $master in
                spark://127.0.0.1:* | spark://localhost:*) ;;
                spark://*) loopback= ;;
                *) fail "--master $master needs a Spark installation: SPARK_HOME must name one with bin/spark-submit. It is not set." ;;
            esac
            ;;
    esac

    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME must name a JDK 17 with bin/java. It is '$JAVA_HOME'."
    else
        java=java
        command -v java >/dev/null 2>&1 || fail "Java 17 is needed, and there is no java on the PATH."
    fi

    # Half of the machine's memory for the heap, at most 4 GB: the other half is for native matrices and files.
    heap=4096
    if [ -r /proc/meminfo ]; then
        half=$(awk '/^MemTotal:/ { print int($2 / 2048) }' /proc/meminfo)
        [ "$half" -ge "$heap" ] || heap=$half
    fi

    # Loopback is enough on one machine; file names may hold any letter.
    [ -z "$loopback" ] || export SPARK_LOCAL_IP="${SPARK_LOCAL_IP:-127.0.0.1}"
    [ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LC_ALL=C.UTF-8

    # A bar needs a terminal behind standard error.
    progress=lines
    [ ! -t 2 ] || progress=bar

    # What runs: the command itself, or what submits it.
    class_path=$jar:${jars:+$(echo "$jars" | tr , :):}$(cat "$class_path_file")
    if [ -n "$submits" ]; then
        # shellcheck disable=SC2086
        set -- org.apache.spark.deploy.SparkSubmit --master "$master" --name kindling --class "$class" \
            ${jars:+--jars "$jars"} ${KINDLING_SUBMIT_OPTS:-} "$jar" "$@"
    else
        set -- "$class" "$@"
    fi

    # Spark sends everything in arrays of 4 MB. Of G1's usual regions each of them takes some for itself, for which a
    # collection begins in every round; a region of 16 MB holds several.
    #
    # Spark reads JDK internals; the same list stands in the parent pom.xml.
    # shellcheck disable=SC2086
    exec "$java" "-Xmx${heap}m" -XX:G1HeapRegionSize=16m "-Dkindling.progress=$progress" ${option:+"$option"} \
        --add-opens=java.base/java.lang=ALL-UNNAMED \
        --add-opens=java.base/java.lang.invoke=ALL-UNNAMED \
        --add-opens=java.base/java.lang.reflect=ALL-UNNAMED \
        --add-opens=java.base/java.io=ALL-UNNAMED \
        --add-opens=java.base/java.net=ALL-UNNAMED \
        --add-opens=java.base/java.nio=ALL-UNNAMED \
        --add-opens=java.base/java.util=ALL-UNNAMED \
        --add-opens=java.base/java.util.concurrent=ALL-UNNAMED \
        --add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED \
        --add-opens=java.base/sun.nio.ch=ALL-UNNAMED \
        --add-opens=java.base/sun.nio.cs=ALL-UNNAMED \
        --add-opens=java.base/sun.security.action=ALL-UNNAMED \
        --add-opens=java.base/sun.util.calendar=ALL-UNNAMED \
        ${KINDLING_JAVA_OPTS:-} \
        -cp "$class_path" "$@"
}
