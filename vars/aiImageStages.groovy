def call(Map parameters = [:]) {
    Map plan = prepareAiProcessorImage(parameters + [dryRun: true])
    if (parameters.dryRun) {
        return plan
    }
    List missing = inOne(parameters) ? [] : toBuild(plan)
    if (missing.size() < 2) {
        return whole(missing ? missing[0] : 'AI image', parameters)
    }
    for (int i = 0; i < missing.size() - 1; i++) {
        String phase = missing[i]
        stage(phase) {
            prepareAiProcessorImage(parameters + [until: phase])
        }
    }
    // What concerns the image as a whole, gates, push and tags, comes with its last phase.
    return whole(missing[missing.size() - 1], parameters)
}

private Map whole(String name, Map parameters) {
    Map made = [:]
    stage(name) {
        made = prepareAiProcessorImage(parameters)
    }
    return made
}

/** Where one call would not find what the one before it has built. */
@NonCPS
private boolean inOne(Map parameters) {
    return parameters.force || parameters.push == false || (parameters.platform ?: '').contains(',')
}

@NonCPS
private List toBuild(Map plan) {
    List names = []
    for (Map phase in plan.phases) {
        if (phase.cache == 'BUILT') {
            names.add(phase.name)
        }
    }
    return plan.cache == 'HIT' ? [] : names
}
