package io.spindle.gateway.session;

/** What a channel's name may be: valid text without control characters, bounded in UTF-8 bytes. */
public final class ChannelName {
    private ChannelName() {}

    /** Whether a name that is not empty is well-formed; lone surrogates are not, they have no UTF-8. */
    public static boolean isValid(String name, int maxBytes) {
        if (name.length() > maxBytes) {
            return false;
        }
        int bytes = 0;
        int i = 0;
        while (i < name.length()) {
            int point = name.codePointAt(i);
            if (Character.isISOControl(point)
                    || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
                return false;
            }
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            i += Character.charCount(point);
        }
        return bytes <= maxBytes;
    }
}
