// What the durable step adds to what it runs: the same build as a step, and as a command that sh runs on the same agent.
node('LABEL') {
    writeFile file: 'Dockerfile.ai-processor', text: 'FROM scratch\nCOPY hello /\n'
    writeFile file: 'hello', text: 'hello'
    def made = prepareAiProcessorImage image: 'bench-durable', force: true
    def registry = made.image.replace('/bench-durable', '')
    // The program is two folders above the workspace, below the agent's root.
    def command = "java -XX:+UseSerialGC -jar \$(ls -t ../../ai-image/*.jar | head -1) prepare --force --image bench-durable --registry ${registry}"

    def runs = 15
    def times = [step: [], 'the same by sh': []]
    for (int i = 0; i < runs; i++) {
        long t0 = System.currentTimeMillis()
        prepareAiProcessorImage image: 'bench-durable', force: true
        long t1 = System.currentTimeMillis()
        sh command
        long t2 = System.currentTimeMillis()
        times.step << (t1 - t0)
        times['the same by sh'] << (t2 - t1)
    }
    for (name in ['step', 'the same by sh']) {
        def sorted = times[name].sort()
        echo "RESULT ${name}: ${sorted[runs.intdiv(2)]} (${sorted[0]} to ${sorted[runs - 1]})"
    }
}
