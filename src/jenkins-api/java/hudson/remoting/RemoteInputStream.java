package hudson.remoting;

import java.io.IOException;
import java.io.InputStream;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public class RemoteInputStream extends InputStream implements SerializableOnlyOverRemoting {
  public RemoteInputStream(InputStream core) {}

  public RemoteInputStream(InputStream core, boolean autoUnexport) {}

  public int read() throws IOException {
    throw new UnsupportedOperationException();
  }

  public int read(byte[] b) throws IOException {
    throw new UnsupportedOperationException();
  }

  public int read(byte[] b, int off, int len) throws IOException {
    throw new UnsupportedOperationException();
  }
}
