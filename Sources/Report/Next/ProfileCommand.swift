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
