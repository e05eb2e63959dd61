def call(Map parameters = [:], Closure body) {
    Map db = initTrivyDb(parameters)
    return withEnv(db.environment) {
        body(db)
    }
}
