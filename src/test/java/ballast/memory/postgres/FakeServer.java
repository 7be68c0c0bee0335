package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;

/** What listens on this machine and behaves like a broken server, or like a stranger's. */
final class FakeServer extends LoopbackServer {

  /** What it does with a connection whose client has begun to speak. */
  @FunctionalInterface
  interface Script {
    void play(Client client) throws Exception;
  }

  static final class Client {

    private final DataInputStream in;
    private final DataOutputStream out;
    private final int number;

    private Client(Socket socket, int number) throws IOException {
      this.in = new DataInputStream(socket.getInputStream());
      this.out = new DataOutputStream(socket.getOutputStream());
      this.number = number;
    }

    /** 1 for the first that has come. */
    int number() {
      return number;
    }

    /** Reads what a client begins with; declines to encrypt. */
    void greet() throws IOException {
      while (in.readNBytes(in.readInt() - Integer.BYTES).length == Integer.BYTES) {
        out.writeByte('N');
      }
    }

    void send(char type, byte[] body) throws IOException {
      announce(type, body.length + Integer.BYTES);
      out.write(body);
    }

    void announce(char type, int length) throws IOException {
      out.writeByte(type);
      out.writeInt(length);
    }

    void sendError(String state, String message) throws IOException {
      send('E', ("SERROR\0C" + state + "\0M" + message + "\0\0").getBytes(UTF_8));
    }

    void admit() throws IOException {
      send('R', new byte[Integer.BYTES]);
      for (String setting :
          List.of("server_version\00015.4", "client_encoding\0UTF8", "DateStyle\0ISO, MDY")) {
        send('S', (setting + "\0").getBytes(UTF_8));
      }
      send('S', "standard_conforming_strings\0on\0".getBytes(UTF_8));
      send('K', new byte[2 * Integer.BYTES]);
      ready();
    }

    void ready() throws IOException {
      send('Z', new byte[] {'I'});
    }

    void hear() throws IOException {
      in.readByte();
    }

    /** All that the client says until it ends the connection. */
    String heard() throws IOException {
      return new String(in.readAllBytes(), UTF_8);
    }

    /** Says nothing until the client ends the connection. */
    void keepSilent() throws IOException {
      in.transferTo(new ByteArrayOutputStream());
    }
  }

  private final Script script;
  private int admitted;

  FakeServer(Script script) {
    this.script = script;
    start();
  }

  @Override
  void admit(Socket socket) throws IOException {
    admitted++;
    Client client = new Client(socket, admitted);
    execute(() -> play(script, client, socket));
  }

  private static void play(Script script, Client client, Socket socket) {
    try (socket) {
      script.play(client);
    } catch (Exception e) {
      // The client has ended the connection.
    }
  }

  /** Bytes of an integer, as messages have it. */
  static byte[] bytes(int number) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
  }

  PostgresAddress memory() {
    return new PostgresAddress("127.0.0.1", port(), "db", "mei", "team");
  }
}
