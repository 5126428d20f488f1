package io.spindle.gateway.cli.assembly;

import io.spindle.gateway.cli.config.ConfigOptions;
import io.spindle.gateway.cli.settings.ChannelSettings;
import io.spindle.gateway.cli.settings.RedisConnectionSettings;
import io.spindle.gateway.cli.settings.Setting;
import io.spindle.gateway.cli.settings.SettingValues;
import io.spindle.gateway.policy.DefaultChannelPolicy;
import java.util.Optional;

/**
 * What a start with a file decides before anything is made.
 *
 * @param secret that tokens are signed with, wherever it comes from
 * @param workers whether there are any
 * @param namespaces whether the file's channel options are the policy
 */
public record FileChoices(Optional<String> secret, boolean workers, boolean namespaces) {

    /**
     * The policy is that of the channel options if there are any, or if there are no workers: with a file of Centrifugo's
     * that says nothing about channels they are all closed. Else it is the one that is chosen by its name, by default
     * that of a start without a file.
     *
     * @param embedded whether the workers are in this process
     */
    public static FileChoices of(SettingValues values, Optional<String> secret, boolean embedded) {
        boolean workers = embedded || values.find(RedisConnectionSettings.URL).isPresent();
        return new FileChoices(secret, workers, !isPluginChosen(values) && (!workers || hasChannelOptions(values)));
    }

    public static boolean isPluginChosen(SettingValues values) {
        return !values.get(ChannelSettings.POLICY).equals(DefaultChannelPolicy.NAME);
    }

    /** Whether anybody said anything about {@code channel}. */
    public static boolean hasChannelOptions(SettingValues values) {
        return !values.entries(ConfigOptions.ROOT.channel.namespaces).isEmpty()
                || ConfigOptions.table().stream()
                        .filter(FileChoices::isOfChannels)
                        .anyMatch(setting -> values.given(setting).isPresent());
    }

    private static boolean isOfChannels(Setting<?> setting) {
        return setting.path().startsWith("channel.");
    }
}
