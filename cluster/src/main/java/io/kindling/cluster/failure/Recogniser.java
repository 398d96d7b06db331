package io.kindling.cluster.failure;

import java.util.Optional;

/** Knows one kind of failure. */
interface Recogniser {

    /** One sentence that names the setting to change, if the failure is of this kind. */
    Optional<String> sentence(Evidence evidence);
}
