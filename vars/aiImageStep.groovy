// Calls a step of the plugin or, where there is no plugin, the program. For the variables that are named as the steps.
import groovy.json.JsonOutput
import groovy.json.JsonSlurper

/** For the whole build: each variable that calls this one has an instance of its own. */
class Told {
    static boolean once = false
}

def call(String step, Map parameters, Closure body = null) {
    try {
        // Not by its name alone, which is the variable's.
        return body ? steps."${step}"(parameters, body) : steps."${step}"(parameters)
    } catch (NoSuchMethodError e) {
        if (!e.message?.startsWith("No such DSL method '${step}'")) {
            throw e
        }
    }
    return body ? around(parameters, body) : program(step, parameters)
}

/** Services run beside a block; afterwards they are stopped, whatever happened. */
private Object around(Map parameters, Closure body) {
    String run = UUID.randomUUID().toString().substring(0, 13)
    try {
        Map started = program('startAiServices', [run: run, keep: '1d'] + parameters)
        return withEnv(started.environment) {
            body()
        }
    } finally {
        program('stopAiServices', [run: run])
    }
}

private Map program(String step, Map parameters) {
    String wrong = wrong(step, parameters)
    if (wrong) {
        error("${step}: ${wrong}")
    }
    String home = env.AI_IMAGE_HOME ?: ''
    String file = home ? home + '/bin/ai-image' : env.AI_IMAGE_JAR ?: ''
    if (!file) {
        error("${step}: there is neither the plugin AI Image Pipeline nor the program: install the plugin, or set " +
            'AI_IMAGE_HOME or AI_IMAGE_JAR on the agent to where the program is.')
    }
    if (!isUnix()) {
        error("${step}: without the plugin AI Image Pipeline, only agents on Unix can run the program.")
    }
    if (!fileExists(file)) {
        error("${step}: ${file} is not on the agent ${env.NODE_NAME}: correct " +
            "${home ? 'AI_IMAGE_HOME' : 'AI_IMAGE_JAR'} there, or install the plugin AI Image Pipeline.")
    }
    if (!Told.once) {
        Told.once = true
        echo('AI Image Pipeline: the plugin is not installed, so the program runs by sh. Pages about images need the plugin.')
    }
    String folder = pwd(tmp: true) + '/ai-image-' + UUID.randomUUID()
    try {
        writeFile(file: folder + '/request.json', encoding: 'UTF-8', text: request(step, parameters, env.DOCKER_REGISTRY_URL))
        int code = start(command(step), folder)
        String result = folder + '/result.json'
        Map returned = fileExists(result) ? parsed(readFile(file: result, encoding: 'UTF-8')) : [:]
        if (returned.failure) {
            error(returned.failure.message)
        }
        if (code != 0 || !returned) {
            error("${step}: ai-image ended with exit code ${code} and left no result; the log above says why.")
        }
        return returned
    } finally {
        dir(folder) {
            deleteDir()
        }
    }
}

private int start(String command, String folder) {
    // Values reach the program by files: no shell and no process list sees them.
    withEnv(["AI_IMAGE_COMMAND=${command}", "AI_IMAGE_FOLDER=${folder}"]) {
        return sh(label: "ai-image ${command}", returnStatus: true, script: '''#!/bin/sh
            set -- "$AI_IMAGE_COMMAND" --request "$AI_IMAGE_FOLDER/request.json" --result "$AI_IMAGE_FOLDER/result.json"
            if [ -n "${AI_IMAGE_HOME:-}" ]; then
              exec "$AI_IMAGE_HOME/bin/ai-image" "$@"
            fi
            if [ -n "${JAVA_HOME:-}" ]; then
              PATH=$JAVA_HOME/bin:$PATH
            fi
            exec java -jar "$AI_IMAGE_JAR" "$@"
        ''')
    }
}

private String command(String step) {
    Map commands = [
        prepareAiProcessorImage: 'prepare', cleanAiImages: 'clean', initTrivyDb: 'trivy-db', lintAiDockerfile: 'lint',
        smokeTestAiImage: 'smoke', diagnoseAiImage: 'diagnose', startAiServices: 'start', stopAiServices: 'stop'
    ]
    return commands[step] ?: 'push'
}

/** Why the program alone cannot do it; empty if it can. */
@NonCPS
private String wrong(String step, Map parameters) {
    if (parameters.credentialsId) {
        return 'credentialsId needs the plugin AI Image Pipeline: without it, put ' +
            "docker.withRegistry('https://REGISTRY', '${parameters.credentialsId}') around the call."
    }
    Object secrets = parameters.secrets
    for (Object secret in (secrets instanceof Map ? secrets.values() : secrets ?: [])) {
        if (secret.toString().contains('credential:')) {
            return "secrets: ${secret} needs the plugin AI Image Pipeline: without it, put withCredentials around the " +
                'call and name the file that it gives.'
        }
    }
    return ''
}

/** A surrounding docker.withRegistry names the registry, as it does for the step. */
@NonCPS
private String request(String step, Map parameters, String surrounding) {
    Map given = [:] + parameters
    if (step == 'prepareAiProcessorImage' && !given.registry && surrounding) {
        String host = surrounding.substring(surrounding.indexOf('://') + (surrounding.contains('://') ? 3 : 1))
        host = host.contains('/') ? host.substring(0, host.indexOf('/')) : host
        given.registry = (surrounding.startsWith('http://') ? 'http://' : '') + host.substring(host.lastIndexOf('@') + 1)
    }
    return JsonOutput.toJson(given)
}

/** The slurper's own maps cannot be kept with a pipeline's state. */
@NonCPS
private Map parsed(String json) {
    return (Map) plain(new JsonSlurper().parseText(json))
}

@NonCPS
private Object plain(Object value) {
    if (value instanceof Map) {
        Map map = [:]
        for (Map.Entry entry in value.entrySet()) {
            map.put(entry.key, plain(entry.value))
        }
        return map
    }
    if (value instanceof List) {
        List list = []
        for (Object one in value) {
            list.add(plain(one))
        }
        return list
    }
    return value
}
