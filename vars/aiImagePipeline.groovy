def call(Map parameters = [:], Closure sources = null) {
    if (!parameters.node) {
        return here(parameters, sources)
    }
    Map made = [:]
    node(parameters.node) {
        made = here(parameters, sources)
    }
    return made
}

private Map here(Map parameters, Closure sources) {
    if (parameters.scan && parameters.trivy == false) {
        error("aiImagePipeline: scan needs Trivy's database; leave trivy: false out.")
    }
    if (sources) {
        sources()
    }
    Map made = prepared(parameters)
    if (parameters.push instanceof Map && !parameters.dryRun) {
        stage('Push') {
            made.push = pushCached([image: made.image] + parameters.push)
        }
    }
    if (parameters.scan && !parameters.dryRun) {
        stage('Scan') {
            made.scan = scanned(made, parameters.scan instanceof Map ? parameters.scan : [:])
        }
    }
    made.remove('trouble')
    return made
}

private Map prepared(Map parameters) {
    Map made = [image: null, trivy: null, push: null, scan: null]
    Map branches = ['AI image': { made.image = aiImageStages(forImage(parameters)) }]
    if (parameters.trivy != false) {
        branches["Trivy's database"] = {
            // Who does not scan can do without it. An abort is none of its troubles.
            catchError(buildResult: 'SUCCESS', stageResult: 'UNSTABLE', catchInterruptions: false) {
                try {
                    made.trivy = initTrivyDb(forTrivy(parameters, pwd(tmp: true)))
                } catch (Exception e) {
                    made.trouble = e.message
                    throw e
                }
            }
        }
    }
    // Without an image nobody needs the database.
    parallel(branches + [failFast: true])
    return made
}

private Map scanned(Map made, Map options) {
    if (!made.trivy) {
        error("Scan: there is no database of Trivy's: ${made.trouble}")
    }
    String reference = made.push ? made.push.reference : made.image.reference
    int code = 0
    // Trivy reads each of its options from the environment, too: no value passes through the shell.
    withEnv(made.trivy.environment + variables(options) + ["AI_IMAGE_REFERENCE=${reference}"]) {
        code = sh(label: 'trivy image', returnStatus: true, script: '#!/bin/sh\nexec trivy image "$AI_IMAGE_REFERENCE"\n')
    }
    if (code == 127) {
        error("Scan: there is no trivy on the agent ${env.NODE_NAME}; install it, or leave scan out.")
    }
    if (code != 0) {
        error("Scan: trivy ended with exit code ${code} for ${reference}; what it found is in the log.")
    }
    return [reference: reference, exitCode: code]
}

/** ignoreUnfixed: true is TRIVY_IGNORE_UNFIXED=true. */
@NonCPS
private List variables(Map options) {
    List variables = []
    for (Map.Entry option in options.entrySet()) {
        String name = option.key.replaceAll('([A-Z])', '_$1').toUpperCase(Locale.ROOT)
        Object value = option.value
        variables.add("TRIVY_${name}=${value instanceof List ? value.join(',') : value}".toString())
    }
    return variables
}

/** A scan gets a cache folder of its own: Trivy locks it, and other builds on this agent scan as well. */
@NonCPS
private Map forTrivy(Map parameters, String temporary) {
    Map given = [:]
    if (parameters.dryRun) {
        given.dryRun = true
    } else if (parameters.scan) {
        given.view = temporary + '/trivy'
    }
    return parameters.trivy instanceof Map ? given + parameters.trivy : given
}

@NonCPS
private Map forImage(Map parameters) {
    Map given = [:]
    for (Map.Entry parameter in parameters.entrySet()) {
        boolean ours = parameter.key in ['node', 'trivy', 'scan'] || (parameter.key == 'push' && parameter.value instanceof Map)
        if (!ours) {
            given.put(parameter.key, parameter.value)
        }
    }
    return given
}
