package io.spindle.gateway.cli.file;

/** A file that can't be read, or is not of its format. Its message holds nothing of what the file says but keys. */
public final class BadFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFileException(String message) {
        super(message);
    }

    BadFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
