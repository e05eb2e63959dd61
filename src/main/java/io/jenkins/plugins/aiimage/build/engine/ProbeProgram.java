package io.jenkins.plugins.aiimage.build.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The smallest program that a Linux kernel runs: it ends with exit code 0 and needs no file besides
 * itself. Its parts are those of the ELF specification: a file header, one program header that
 * loads the whole file, and the code.
 */
final class ProbeProgram {
  private static final int HEADER = 64;
  private static final int PROGRAM_HEADER = 56;
  private static final long ADDRESS = 0x400000;
  private static final int PAGE = 0x1000;
  private static final short EXECUTABLE = 2;
  private static final int LOAD = 1;
  private static final int READ_AND_EXECUTE = 5;
  private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F', 2 /* 64 bits */, 1 /* little end */, 1};

  private static final short X86_64 = 62;
  private static final short AARCH64 = 183;

  /** {@code xor edi, edi; mov eax, 60; syscall}. */
  private static final byte[] EXIT_X86_64 = {0x31, (byte) 0xff, (byte) 0xb8, 60, 0, 0, 0, 0x0f, 5};

  /** {@code mov x0, #0; mov x8, #93; svc #0}. */
  private static final int[] EXIT_AARCH64 = {0xd2800000, 0xd2800ba8, 0xd4000001};

  private ProbeProgram() {}

  /**
   * For a machine as {@code os.arch} calls it.
   *
   * @return empty for a machine whose code is not known here
   */
  static Optional<byte[]> of(String machine) {
    return switch (machine) {
      case "amd64", "x86_64" -> Optional.of(file(X86_64, EXIT_X86_64));
      case "aarch64", "arm64" -> Optional.of(file(AARCH64, aarch64()));
      default -> Optional.empty();
    };
  }

  private static byte[] aarch64() {
    ByteBuffer code =
        ByteBuffer.allocate(EXIT_AARCH64.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int instruction : EXIT_AARCH64) {
      code.putInt(instruction);
    }
    return code.array();
  }

  private static byte[] file(short machine, byte[] code) {
    int start = HEADER + PROGRAM_HEADER;
    ByteBuffer file = ByteBuffer.allocate(start + code.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(MAGIC).position(16);
    file.putShort(EXECUTABLE).putShort(machine).putInt(1);
    file.putLong(ADDRESS + start).putLong(HEADER).putLong(0).putInt(0);
    file.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 1);
    file.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    file.putInt(LOAD).putInt(READ_AND_EXECUTE).putLong(0).putLong(ADDRESS).putLong(ADDRESS);
    file.putLong(file.capacity()).putLong(file.capacity()).putLong(PAGE);
    file.put(code);
    return file.array();
  }
}
