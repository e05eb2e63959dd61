def call(Map parameters = [:]) {
    return aiImageStep('prepareAiProcessorImage', parameters)
}
