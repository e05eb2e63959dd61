import groovy.transform.Field

@Field private String presets = 'io/jenkins/plugins/aiimage/preset/'

def call(String name, String folder = '.') {
    Map all = properties(libraryResource(presets + 'presets.properties'))
    if (!all[name]) {
        error("aiImagePreset: there is no preset ${name}: choose one of ${all.keySet().join(', ')}.")
    }
    String prefix = folder == '.' ? '' : folder + '/'
    List files = all[name].tokenize(' ')
    for (String file in files) {
        if (fileExists(prefix + file)) {
            error("aiImagePreset: ${prefix + file} is there already, and stays: name another folder.")
        }
    }
    for (String file in files) {
        writeFile(file: prefix + file, encoding: 'UTF-8', text: libraryResource(presets + name + '/' + file))
    }
    Map defaults = properties(libraryResource(presets + name + '/preset.properties'))
    defaults.remove('description')
    return defaults + [context: folder, dockerfile: prefix + 'Dockerfile']
}

/** What these files use of the format: a line for each, and \n between several values. */
@NonCPS
private Map properties(String text) {
    Map all = [:]
    for (String line in text.split('\n')) {
        int equals = line.indexOf('=')
        if (equals > 0 && !line.startsWith('#')) {
            String value = line.substring(equals + 1).trim()
            all.put(line.substring(0, equals).trim(), value.contains('\\n') ? value.split('\\\\n').toList() : value)
        }
    }
    return all
}
