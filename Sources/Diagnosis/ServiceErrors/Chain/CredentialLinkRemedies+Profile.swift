import Evidence
import Report
import WireText

extension CredentialLink {
    // MARK: What a profile names

    /// What the parser says of the file: which form it has not.
    func brokenFile(_ call: FailedCall) -> [Remedy] {
        let text = call.text.lowercased()
        let what =
            if text.contains("no section headers") {
                """
                A line stands before any section, or the section's header is not one: write [default] (or [NAME]) at the beginning of a \
                line of its own, without white space before it, above the names. Where the message quotes a line, that is the one.
                """
            } else if text.contains("duplicate") || text.contains("already exists") {
                "A name or a section stands there twice: keep the one that is meant, in the section and line that the message names."
            } else {
                "The parser stopped in the middle: see the line that the message quotes (numbers may be the bytes of its name)."
            }
        return [
            Remedy(
                """
                Mend the file first (~/.aws/credentials or ~/.aws/config, or the one in AWS_SHARED_CREDENTIALS_FILE or AWS_CONFIG_FILE). \
                \(what)
                """),
            Remedy(
                """
                Each section begins with [NAME] in the credentials file, with [profile NAME] in the config file; below it name = value, \
                one a line, no quotes, no byte order mark. Save it as UTF-8 or ASCII.
                """,
                command: "aws configure list"),
        ]
    }

    /// Base credentials that are to assume a role, and were not found.
    func roleBase(_ call: FailedCall) -> [Remedy] {
        let isMetadata = call.text.lowercased().contains("imds")
        let refused =
            isMetadata && call.text.contains("403")
            ? " Instance metadata answered 403: it is turned off, or refuses; turn it on where the instance's role is meant."
            : ""
        return [
            Remedy(
                """
                A role is assumed with other credentials, and those were not found: give the base that the configuration means \
                (source_profile with keys or a session, credential_source, variables, the instance's role).\(refused) The role's \
                policies are not the problem yet.
                """,
                call.env)
        ]
    }

    func process(_ call: FailedCall) -> [Remedy] {
        let text = call.answer.surroundings + call.message
        let exit = exitWord(text).map { [$0] } ?? []
        let isMFA = text.lowercased().contains("mfa")
        return exit + [
            Remedy(
                """
                The command in credential_process of the profile failed, or printed no credentials: run it by hand, in the \
                environment of the program, until it prints JSON with Version, AccessKeyId and SecretAccessKey. What it says of itself \
                stands in the message\(isMFA ? "; here it wants a new MFA session first" : "").
                """,
                command: "aws configure get credential_process --profile \(call.profileWord)"),
            Remedy(
                "If the client does not run such commands, give it the credentials that the AWS CLI 2 gets from it.",
                command: ProfileCommand.export()
            ).about(.renewal),
        ]
    }

    /// What a shell's own exit status says about the command.
    private func exitWord(_ text: String) -> Remedy? {
        let words = WordText(text)
        if words.has("exit|exited|status|value|code 127")
            || text.contains("sh: ") && (text.contains(": not found") || text.contains("command not found"))
        {
            return Remedy(
                """
                The shell says it (exit status 127): the command was not found. The program (an IDE, a service) has another PATH than your shell: \
                write the command with its full path in credential_process.
                """)
        }
        guard words.has("exit|exited|status|value|code 126") else { return nil }
        return Remedy("Exit status 126: the command is there and may not be run: make it executable (chmod +x).")
    }
}
