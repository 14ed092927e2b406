package uz.chorsu.command.alerts;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import uz.chorsu.command.plans.AlertPort;

/// Publishes alerts to a broker with MQTT 3.1.1 (OASIS Standard, 29 October 2014), quality of
/// service 1: delivered means that the broker has acknowledged. Each alert has a connection of its
/// own, because alerts are rare and a kept one could be dead when it is needed.
final class MqttPort implements Port {
  private static final int CONNECT = 0x10;
  private static final int CONNACK = 0x20;
  private static final int PUBLISH_QOS_1 = 0x32;
  private static final int PUBACK = 0x40;
  private static final byte[] DISCONNECT = {(byte) 0xE0, 0};
  private static final int PACKET_ID = 1;
  private static final int KEEP_ALIVE_SECONDS = 60;

  private final AlertPort port;
  private final Optional<String> credential;

  /// @param credential `user:password`
  MqttPort(AlertPort port, Optional<String> credential) {
    this.port = port;
    this.credential = credential;
  }

  @Override
  public void deliver(String alertId, String callSign, byte[] json) throws Undelivered {
    Deadline deadline = new Deadline(Duration.ofSeconds(port.timeoutSeconds()));
    try (Socket socket = open(deadline)) {
      OutputStream out = socket.getOutputStream();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      out.write(packet(CONNECT, connect("chorsu-" + alertId)));
      out.flush();
      int refused = answer(socket, in, CONNACK, deadline) & 0xFF;
      if (refused != 0) {
        throw new Undelivered("the broker refused the connection with code " + refused);
      }
      out.write(packet(PUBLISH_QOS_1, publish(callSign, json)));
      out.flush();
      if (answer(socket, in, PUBACK, deadline) != PACKET_ID) {
        throw new Undelivered("the broker acknowledged another message");
      }
      out.write(DISCONNECT);
      out.flush();
    } catch (SocketTimeoutException e) {
      throw new Undelivered("no answer within " + port.timeoutSeconds() + " s");
    } catch (EOFException e) {
      throw new Undelivered("the broker closed the connection");
    } catch (IOException e) {
      throw new Undelivered("no connection: " + e.getClass().getSimpleName());
    }
  }

  /// Time left for one delivery.
  private static final class Deadline {
    private final long endNanos;

    Deadline(Duration limit) {
      this.endNanos = System.nanoTime() + limit.toNanos();
    }

    int leftMillis() throws SocketTimeoutException {
      long left = (endNanos - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException();
      }
      return Math.clamp(left, 1, Integer.MAX_VALUE);
    }
  }

  private Socket open(Deadline deadline) throws IOException {
    boolean secure = port.url().getScheme().toLowerCase(Locale.ROOT).equals("mqtts");
    int number = port.url().getPort() > 0 ? port.url().getPort() : secure ? 8883 : 1883;
    String host = port.url().getHost();
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(host, number), deadline.leftMillis());
      plain.setTcpNoDelay(true);
      if (!secure) {
        return plain;
      }
      plain.setSoTimeout(deadline.leftMillis());
      SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
      SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, number, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /// The last two bytes of the wanted packet: the return code of CONNACK, the packet id of PUBACK.
  private static int answer(Socket socket, DataInputStream in, int wanted, Deadline deadline)
      throws IOException {
    byte[] packet = new byte[4];
    for (int i = 0; i < packet.length; i++) {
      // A broker that sends one byte now and then must not outlast the limit.
      socket.setSoTimeout(deadline.leftMillis());
      packet[i] = in.readByte();
    }
    if ((packet[0] & 0xF0) != wanted || packet[1] != 2) {
      throw new IOException("unexpected packet");
    }
    return (packet[2] & 0xFF) << 8 | (packet[3] & 0xFF);
  }

  private byte[] connect(String clientId) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    text(out, "MQTT");
    out.writeByte(4);
    boolean known = credential.isPresent();
    out.writeByte(0x02 | (known ? 0xC0 : 0));
    out.writeShort(KEEP_ALIVE_SECONDS);
    text(out, clientId);
    if (known) {
      String[] parts = credential.get().split(":", 2);
      text(out, parts[0]);
      text(out, parts.length > 1 ? parts[1] : "");
    }
    return bytes.toByteArray();
  }

  private byte[] publish(String callSign, byte[] json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    text(out, Objects.requireNonNull(port.topic()).replace("{callSign}", callSign));
    out.writeShort(PACKET_ID);
    out.write(json);
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  /// Type and flags, then the length in 7-bit groups (2.2.3), then the rest.
  private static byte[] packet(int head, byte[] rest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(head);
    int left = rest.length;
    do {
      int group = left & 0x7F;
      left >>>= 7;
      bytes.write(left > 0 ? group | 0x80 : group);
    } while (left > 0);
    bytes.writeBytes(rest);
    return bytes.toByteArray();
  }
}
