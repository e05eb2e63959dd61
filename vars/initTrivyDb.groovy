def call(Map parameters = [:]) {
    return aiImageStep('initTrivyDb', parameters)
}
