def call(Map parameters = [:]) {
    return aiImageStep('pushCached', parameters)
}
