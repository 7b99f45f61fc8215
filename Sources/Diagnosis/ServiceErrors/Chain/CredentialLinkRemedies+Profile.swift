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

    /// A profile that a client names in its sentence, whether one is set or not.
    func profile(_ call: FailedCall) -> [Remedy] {
        let tried = Remedy(
            """
            The profile gave no credentials, and the client hides why: try the profile by itself, with the name and the files \
            that the program reads.
            """,
            command: "aws sts get-caller-identity --profile \(call.profileWord)")
        let kinds = Remedy(
            """
            A profile of single sign-on needs aws sso login first; one with credential_process needs its command; one with \
            source_profile needs that profile. Some clients read ~/.aws/credentials only, not ~/.aws/config.
            """
        ).about(.renewal, .login)
        return (unnamedProfile(call).map { [$0] } ?? [tried]) + [kinds]
    }

    /// LangChain's sentence for whatever went wrong while it made its client: without a profile in the text the region comes first.
    ///
    /// Source: langchain_aws.llms.bedrock and langchain_community.llms.bedrock, validate_environment.
    private func unnamedProfile(_ call: FailedCall) -> Remedy? {
        guard call.text.contains("Could not load credentials to authenticate with AWS client"),
            call.profileWord == "NAME",
            !call.text.contains("profile_name")
        else { return nil }
        return Remedy(
            """
            Give region_name to LangChain's class, or set AWS_DEFAULT_REGION: it writes this sentence for whatever went wrong while it made its boto3 client, no profile is named here, and most often no region is set, which \
            boto3 looks for in that moment. The line of botocore's own above it, where the whole trace is shown, names the reason (NoRegionError, ProfileNotFound, UnknownServiceError).
            """)
    }

    func process(_ call: FailedCall) -> [Remedy] {
        let text = call.answer.surroundings + call.message
        let exit = exitWord(text).map { [$0] } ?? []
        let isMFA = text.lowercased().contains("mfa")
        if exit.isEmpty, !isMFA, WordText(call.message).has("expired|expire|login|sign|reauthenticate|refresh") {
            return [endedSession(call)]
        }
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

    /// A command that ran, and says that the session behind it has ended.
    private func endedSession(_ call: FailedCall) -> Remedy {
        let isOfSignOn = call.profileWord != "NAME" || call.text.lowercased().contains("sso")
        return Remedy(
            """
            Sign in again where the command of credential_process runs (the host, not a container), in the way that it uses (aws sso login for single sign-on, the login of its own tool otherwise), for the profile \
            that the message names: the command ran, and says that the session behind it has ended. Then start the program anew, and do not let it retry until then.
            """,
            command: isOfSignOn ? "aws sso login --profile \(call.profileWord)" : nil
        ).about(.renewal, .login)
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
