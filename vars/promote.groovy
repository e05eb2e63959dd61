def call(Map parameters = [:]) {
    return aiImageStep('promote', parameters)
}
