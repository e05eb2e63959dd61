def call(Map parameters = [:]) {
    return aiImageStep('lintAiDockerfile', parameters)
}
