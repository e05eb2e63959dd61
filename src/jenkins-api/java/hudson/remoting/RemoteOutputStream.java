package hudson.remoting;

import java.io.IOException;
import java.io.OutputStream;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public final class RemoteOutputStream extends OutputStream implements SerializableOnlyOverRemoting {
  public RemoteOutputStream(OutputStream core) {}

  public void write(int b) throws IOException {
    throw new UnsupportedOperationException();
  }

  public void write(byte[] b) throws IOException {
    throw new UnsupportedOperationException();
  }

  public void write(byte[] b, int off, int len) throws IOException {
    throw new UnsupportedOperationException();
  }
}
