package io.kindling.cluster.fuzz;

/** The names of the traps as texts: naming the classes themselves would load them. */
final class TrapNames {
    static final String STAGE = "io.kindling.cluster.fuzz.TrapStage";
    static final String TYPE = "io.kindling.cluster.fuzz.TrapType";

    private TrapNames() {}
}
