def call(Map parameters = [:]) {
    return aiImageStep('smokeTestAiImage', parameters)
}
