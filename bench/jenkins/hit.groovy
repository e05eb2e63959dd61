// Run it as a sandboxed Pipeline. Times are those of whole steps, in milliseconds, as the controller sees them.
node(params.LABEL ?: '') {
  writeFile file: 'Dockerfile.ai-processor', text: 'FROM scratch\nCOPY hello /\n'
  writeFile file: 'hello', text: 'hello'
  prepareAiProcessorImage image: 'bench-hit'

  def runs = 15
  def times = [hit: [], sh: [], exists: []]
  for (int i = 0; i < runs; i++) {
    long t0 = System.currentTimeMillis()
    prepareAiProcessorImage image: 'bench-hit'
    long t1 = System.currentTimeMillis()
    sh 'true'
    long t2 = System.currentTimeMillis()
    fileExists 'hello'
    long t3 = System.currentTimeMillis()
    times.hit << (t1 - t0)
    times.sh << (t2 - t1)
    times.exists << (t3 - t2)
  }
  for (name in ['hit', 'sh', 'exists']) {
    def sorted = times[name].sort()
    echo "RESULT ${name} median ${sorted[runs.intdiv(2)]} min ${sorted[0]} max ${sorted[runs - 1]}"
  }
}
