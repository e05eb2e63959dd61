# Prints at least `bytes` bytes that look, and pack, somewhat like advisories.
BEGIN {
  srand(4711)
  packages = split("openssl curl glibc systemd linux-libc-dev python3.11 libxml2 perl-base zlib1g nodejs", package, " ")
  words = split("overflow out-of-bounds read use after free denial of service in the parser lets remote attackers run code by a crafted file", word, " ")
  for (i = 0; size < bytes; i++) {
    line = sprintf("{\"VulnerabilityID\":\"CVE-%d-%05d\",\"PkgName\":\"%s\",\"FixedVersion\":\"%d.%d.%d-%ddeb12u%d\",\"Title\":\"",
      2002 + i % 24, rand() * 99999, package[1 + int(rand() * packages)],
      rand() * 9, rand() * 30, rand() * 90, rand() * 9, rand() * 9)
    for (w = 0; w < 12; w++) line = line word[1 + int(rand() * words)] " "
    line = line sprintf("\",\"References\":[\"https://nvd.nist.gov/%08x\"]}", rand() * 4294967295)
    print line
    size += length(line) + 1
  }
}
