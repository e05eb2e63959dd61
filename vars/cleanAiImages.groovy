def call(Map parameters = [:]) {
    return aiImageStep('cleanAiImages', parameters)
}
