// What a hit costs beside steps that everybody knows: a process, and one call to the agent.
node('LABEL') {
    writeFile file: 'Dockerfile.ai-processor', text: 'FROM scratch\nCOPY hello /\n'
    writeFile file: 'hello', text: 'hello'
    prepareAiProcessorImage image: 'bench-hit'

    def runs = 41
    def times = [hit: [], 'sh true': [], fileExists: []]
    for (int i = 0; i < runs; i++) {
        long t0 = System.currentTimeMillis()
        prepareAiProcessorImage image: 'bench-hit'
        long t1 = System.currentTimeMillis()
        sh 'true'
        long t2 = System.currentTimeMillis()
        fileExists 'hello'
        long t3 = System.currentTimeMillis()
        times.hit << (t1 - t0)
        times['sh true'] << (t2 - t1)
        times.fileExists << (t3 - t2)
    }
    for (name in ['hit', 'sh true', 'fileExists']) {
        def sorted = times[name].sort()
        echo "RESULT ${name}: ${sorted[runs.intdiv(2)]} (${sorted[0]} to ${sorted[runs - 1]})"
    }
}
