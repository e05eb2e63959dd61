package org.jenkinsci.plugins.durabletask;

import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public abstract class Handler implements SerializableOnlyOverRemoting {}
