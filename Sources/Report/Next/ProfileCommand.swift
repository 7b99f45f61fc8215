/// The AWS CLI's commands about a profile, for a POSIX shell.
///
/// `aws configure export-credentials` is in version 2 of the AWS CLI only
/// (<https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html>). With `--profile` it passes
/// over the keys of the environment, which would win otherwise.
package enum ProfileCommand {
    /// Brings a profile's keys into the shell; without a name the one that the AWS CLI would take.
    package static func export(_ profile: String? = nil) -> String? {
        word(profile).map { "eval \"$(aws configure export-credentials --profile \($0) --format env)\"" }
    }

    /// The same for programs on the SDK for JavaScript 3, which passes over the keys of the environment while `AWS_PROFILE` is set.
    ///
    /// Source: <https://github.com/aws/aws-sdk-js-v3/blob/main/packages/credential-provider-node/src/defaultProvider.ts>
    /// ("AWS_PROFILE is set, skipping fromEnv provider").
    package static func forJavaScript(_ command: String) -> String {
        command.hasPrefix("eval \"$(aws configure export-credentials ") && !command.contains("AWS_PROFILE;")
            ? command + "; unset AWS_PROFILE" : command
    }

    /// Renews a single sign-on session.
    package static func login(_ profile: String? = nil) -> String? {
        guard let profile else { return "aws sso login" }
        return ShellWord.quoted(profile).map { "aws sso login --profile \($0)" }
    }

    private static func word(_ profile: String?) -> String? {
        guard let profile else { return "\"${AWS_PROFILE:-default}\"" }
        return ShellWord.quoted(profile)
    }
}
