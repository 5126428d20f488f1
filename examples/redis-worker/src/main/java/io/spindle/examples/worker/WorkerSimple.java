package io.spindle.examples.worker;

/** Prints every event of the channels that this worker owns. */
public final class WorkerSimple {
    private WorkerSimple() {}

    public static void main(String[] args) throws InterruptedException {
        WorkerProgram.run(event -> System.out.println(line(event)), () -> {});
    }

    static String line(Event event) {
        String who = "[" + event.channel() + "] " + event.userName() + " (" + event.userId() + ")";
        return switch (event.type()) {
            case "message" -> who + ": " + event.text();
            case "join" -> who + " joined";
            case "leave" -> who + " left";
            default -> who + " " + event.type();
        };
    }
}
