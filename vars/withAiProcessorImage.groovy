def call(Map parameters = [:], Closure body) {
    Map made = prepareAiProcessorImage(forStep(parameters))
    // By its digest: no other build can slip another image in.
    return docker.image(made.reference).inside(parameters.insideArgs ?: '') {
        body(made)
    }
}

@NonCPS
private Map forStep(Map parameters) {
    Map given = [pull: 'missing']
    for (Map.Entry parameter in parameters.entrySet()) {
        if (parameter.key != 'insideArgs') {
            given.put(parameter.key, parameter.value)
        }
    }
    return given
}
