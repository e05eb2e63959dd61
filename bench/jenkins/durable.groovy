// Run it as a sandboxed Pipeline on an agent with an engine. JAR: where the agent has the program
// (<agent root>/ai-image/ai-image-….jar after a first build). Times in milliseconds.
node(params.LABEL ?: '') {
  writeFile file: 'Dockerfile.ai-processor', text: 'FROM scratch\nCOPY hello /\n'
  writeFile file: 'hello', text: 'hello'
  prepareAiProcessorImage image: 'bench-durable'

  def runs = 9
  def times = [step: [], sh: []]
  for (int i = 0; i < runs; i++) {
    long t0 = System.currentTimeMillis()
    prepareAiProcessorImage image: 'bench-durable', registry: params.REGISTRY, force: true
    long t1 = System.currentTimeMillis()
    sh "java -XX:+UseSerialGC -jar ${params.JAR} prepare --image bench-durable --registry ${params.REGISTRY} --force"
    long t2 = System.currentTimeMillis()
    times.step << (t1 - t0)
    times.sh << (t2 - t1)
  }
  for (name in ['step', 'sh']) {
    def sorted = times[name].sort()
    echo "RESULT ${name} median ${sorted[runs.intdiv(2)]} min ${sorted[0]} max ${sorted[runs - 1]}"
  }
}
