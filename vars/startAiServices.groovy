def call(Map parameters = [:], Closure body = {}) {
    return aiImageStep('startAiServices', parameters, body)
}
