def call(Map parameters = [:]) {
    return aiImageStep('diagnoseAiImage', parameters)
}
