package uz.chorsu.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of a program in a process of its own. A platform thread starts it and stays until it
/// ends, because the kernel ties the program's life to the thread that started it.
final class Child {
  private static final Logger log = LoggerFactory.getLogger(Child.class);
  private static final int REMEMBERED = 5;
  private static final int GRACE_SECONDS = 3;

  private final String name;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final Deque<String> lastWords = new ArrayDeque<>();
  private volatile boolean stopping;
  private volatile long pid = -1;

  private Child(String name) {
    this.name = name;
  }

  /// @param directory where the program works
  /// @param onLine hears each line of standard output
  static Child start(String name, List<String> command, Path directory, Consumer<String> onLine) {
    Child child = new Child(name);
    Thread.ofPlatform()
        .daemon()
        .name("child-" + name)
        .start(() -> child.run(command, directory, onLine));
    return child;
  }

  /// Waits for the end.
  ///
  /// @return the exit value; -1 if the program could not be started
  int await() {
    return exit.join();
  }

  boolean isRunning() {
    return !exit.isDone();
  }

  /// Last lines of standard error, oldest first.
  String lastWords() {
    synchronized (lastWords) {
      return String.join(" ", lastWords);
    }
  }

  /// Ends the program: asks first, then forces.
  void stop() {
    stopping = true;
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    try {
      exit.get(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      log.warn("The program {} does not end; it is killed", name);
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    } catch (java.util.concurrent.ExecutionException e) {
      log.warn("The program {} ended with an error", name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(List<String> command, Path directory, Consumer<String> onLine) {
    try {
      Process process = new ProcessBuilder(command).directory(directory.toFile()).start();
      pid = process.pid();
      if (stopping) {
        process.destroy();
      }
      Thread errors =
          Thread.ofVirtual().start(() -> drain(process.errorReader(StandardCharsets.UTF_8)));
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        String line;
        while ((line = out.readLine()) != null) {
          onLine.accept(line);
        }
      }
      int value = process.waitFor();
      errors.join();
      exit.complete(value);
    } catch (IOException e) {
      remember(String.valueOf(e.getMessage()));
      exit.complete(-1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exit.complete(-1);
    }
  }

  private void drain(BufferedReader errors) {
    try (errors) {
      String line;
      while ((line = errors.readLine()) != null) {
        remember(line);
      }
    } catch (IOException e) {
      log.debug("The messages of {} ended", name, e);
    }
  }

  private void remember(String line) {
    synchronized (lastWords) {
      if (lastWords.size() == REMEMBERED) {
        lastWords.removeFirst();
      }
      lastWords.addLast(line.strip());
    }
  }
}
