import Evidence
import JSONText
import Report
import WireText

/// What was pasted around a failure for lack of credentials, where the failure itself does not say which link of the chain
/// was meant to provide: a profile's lines, a variable, a warning of the program that starts others.
struct ChainSurroundings {
    let call: FailedCall

    private var text: String { String((call.answer.surroundings + "\n" + call.message).prefix(65_536)) }

    /// What to do, by what is shown; empty where nothing is.
    var remedies: [Remedy] {
        let text = text
        let lower = text.lowercased()
        if let fault = Self.fileFault(in: text) { return [fault] }
        if let off = switchedOff(text) { return [off] }
        if let profile = profileBesideKey(text) { return [profile] }
        if let bearer = bearer(lower) { return [bearer] }
        if lower.contains("credential_process"), CredentialLink.isOfProcess(in: lower) {
            return CredentialLink.credentialProcess.remedies(call)
        }
        if let profile = profileOfSignOn(lower) { return [profile] }
        var remedies: [Remedy] = []
        if let compose = compose(text) { remedies.append(compose) }
        if let placeholder = Self.placeholder(in: text) { remedies.append(placeholder) }
        return remedies
    }

    /// What to do where a key of Bedrock's is meant, and the client looked for access keys.
    var key: Remedy? { bearer(text.lowercased()) }

    /// A profile of single sign-on that is shown: its lines say what is meant to provide, and not that it refused.
    ///
    /// In a container or a job the place decides, which has no such profile.
    private func profileOfSignOn(_ text: String) -> Remedy? {
        guard SignOnProfile.isShown(in: text), KeyHolder(call) == nil, ProgramPlace(call) == nil
        else { return nil }
        return Remedy(
            """
            The profile is one of single sign-on, and nothing shows that its session was refused: sign in for it, name it to the program (AWS_PROFILE in its own environment or its settings), and see that its SDK \
            follows sso_session. For a program that does not, the AWS CLI 2 turns the session into variables: aws configure export-credentials --format env.
            """,
            command: "aws sso login --profile \(call.profileWord)"
        ).about(.renewal, .login)
    }

    /// What to do where the paste shows that a link of the chain is switched off.
    var off: Remedy? { switchedOff(text) }

    /// A link of the chain that a variable switches off, or a file that one leads to nowhere.
    ///
    /// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html>.
    private func switchedOff(_ text: String) -> Remedy? {
        let lower = text.lowercased()
        let isOff = ["aws_ec2_metadata_disabled", "disableec2metadata", "disable_ec2_metadata"].contains { name in
            lower.ranges(of: name).contains { place in
                let value = lower[place.upperBound...].drop { " =:\"'\n\t".contains($0) || $0 == "v" }
                return value.hasPrefix("true") || value.hasPrefix("1") || value.hasPrefix("alue: \"true")
            }
        }
        let isSaid = [
            "imds credentials have been disabled", "access disabled to ec2 imds", "ec2 metadata has been disabled",
        ].contains(
            where: lower.contains)
        if isOff || isSaid {
            return Remedy(
                """
                Instance metadata is switched off where the program runs (AWS_EC2_METADATA_DISABLED=true, or the client's own option), so the role of an instance gives it no \
                credentials, however it is attached. Where that role is meant, unset the variable or set it to false there (the service's unit, the container's variables, a \
                base image); where it is switched off on purpose, another link has to provide: variables, a profile, a web identity, the container's role.
                """,
                command: "unset AWS_EC2_METADATA_DISABLED")
        }
        for name in ["AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"] {
            guard let file = VariableMention.of(name, in: text)?.value, file == "/dev/null" || file == "NUL" else {
                continue
            }
            return Remedy(
                """
                \(name) leads to \(file), so that the program reads no profile at all, whatever stands in ~/.aws: unset it where the program runs, or name the file that is meant.
                """,
                command: "unset \(name)")
        }
        return nil
    }

    /// A profile that the program was sent to, beside an API key: a client that is given a profile passes the key by.
    private func profileBesideKey(_ text: String) -> Remedy? {
        let lower = text.lowercased()
        guard lower.contains("aws_bearer_token_bedrock"), lower.contains("aws_profile") else { return nil }
        let profile = VariableMention.of("AWS_PROFILE", in: text)
        if profile?.isBlank ?? false { return nil }
        let isKeySet = VariableMention.of("AWS_BEARER_TOKEN_BEDROCK", in: text).map { !$0.isBlank } ?? false
        if profile == nil || !isKeySet {
            // Named, and not set: it may be one of the ways that a client lists, or one that the reporter does without.
            guard !isListOfWays(lower), !UseReader.uses(of: "aws_profile", in: text).contains(.absent) else {
                return nil
            }
        }
        let isName =
            profile.map { $0.value.allSatisfy { $0.isLetter || $0.isNumber || "-_./@+".contains($0) } } ?? false
        let name = isName ? profile.map { " (\(PrintableText.escaped($0.value, limit: 60)))" } ?? "" : ""
        return Remedy(
            """
            Clear AWS_PROFILE\(name) where the program runs, and a profile in the program's own settings: with a profile named, SDK and client ask it for access keys and pass the API key in AWS_BEARER_TOKEN_BEDROCK by. \
            Where the program fills it in by itself (default), empty it in its stored configuration, or update the program; or make that profile with keys of its own (~/.aws/config).
            """,
            command: "unset AWS_PROFILE")
    }

    /// A Bedrock API key for a client that looks for access keys: it does not know such keys.
    private func bearer(_ text: String) -> Remedy? {
        let isShown = ["aws_bearer_token_bedrock", "bearer_token", "bedrock-api-key-", "bearer token"].contains {
            text.contains($0)
        }
        guard isShown || MeantKey.isTold(in: text) else { return nil }
        // The AI SDK lists what it takes: the name of a variable there says nothing of what is set.
        if text.contains("sigv4 authentication requires aws credentials") {
            return Remedy(
                """
                The AI SDK's provider for Bedrock (@ai-sdk/amazon-bedrock) reads the variables and its own options, and neither profiles, single \
                sign-on nor a role: hand it credentialProvider: fromNodeProviderChain() of @aws-sdk/credential-providers, or set \
                AWS_BEARER_TOKEN_BEDROCK (apiKey), or export access keys where the process runs.
                """,
                command: ProfileCommand.export()
            ).about(.renewal)
        }
        guard !isListOfWays(text) else { return nil }
        return Remedy(
            """
            Update the client, and set AWS_BEARER_TOKEN_BEDROCK to the Bedrock API key where it runs: it looked for access keys, so its SDK does not know API keys (AWS SDKs read them in versions \
            since July 2025), or did not prefer the one that the code hands over (AWS_AUTH_SCHEME_PREFERENCE=httpBearerAuth). See that the client passes the key on; or give it a profile or a role.
            """)
    }

    /// Whether the variable is one of the ways that the client offers: then nothing shows that it is set.
    private func isListOfWays(_ text: String) -> Bool {
        let ways = ["aws_access_key_id", "aws_secret_access_key", "accesskeyid", "access key"].contains(
            where: text.contains)
        let offers = ["please provide", "either", "set one of", "or set", "one of the following", "options:"]
        return ways && offers.contains(where: text.contains) && !text.contains("bedrock-api-key-")
    }

    /// A file of credentials or profiles that a program could not read as what it is: whatever failed after it, comes of it.
    static func fileFault(in text: String) -> Remedy? {
        let marks = [
            "Unable to parse config file", "Source contains parsing errors", "File contains no section headers",
            "error parsing the credentials file", "SharedConfigLoadError", "failed to load shared config file",
            "Error parsing the credentials file", "contains invalid property", "DuplicateSectionError",
        ]
        let lines = text.split(whereSeparator: \.isNewline)
        guard let line = lines.first(where: { line in marks.contains { line.contains($0) } }) else { return nil }
        return Remedy(
            """
            Before that, the file of credentials or profiles could not be read: \(PrintableText.escaped(String(line), limit: 160)). \
            Mend it first: [default] or [NAME] on a line of its own in ~/.aws/credentials, [profile NAME] in ~/.aws/config, name = value \
            on each line behind it, no quotes, no byte order mark, each section once.
            """,
            command: "aws configure list")
    }

    /// Blanks that docker compose filled in for variables that are not set where it was started.
    private func compose(_ text: String) -> Remedy? {
        guard text.contains("Defaulting to a blank string") else { return nil }
        return Remedy(
            """
            docker compose filled in blanks: the variables are not set where it is started, and a blank value is no credential. Put \
            them into the .env file beside the compose file, or export them in the shell that starts it.
            """,
            command: "docker compose config | grep AWS_")
    }

    /// A value of a key, a secret or a region that nothing expanded or filled in.
    static func placeholder(in text: String) -> Remedy? {
        for line in text.prefix(16_384).split(whereSeparator: \.isNewline) {
            guard let setting = setting(line), !isMasked(setting.value),
                let reason = ValueReference.reason(setting.value) ?? Placeholder.reason(setting.value),
                !isExpanded(setting.value, in: text)
            else { continue }
            return Remedy(
                """
                \(setting.name) is the literal text '\(PrintableText.escaped(setting.value, limit: 60))': \(reason). Nothing expands \
                it there: the AWS CLI and the SDKs read their files as they are. Write the value itself, or name its source \
                (credential_process, or credential_source = Environment in a profile with a role).
                """)
        }
        return nil
    }

    /// Whether somebody hid a value for the paste.
    private static func isMasked(_ value: String) -> Bool {
        let text = value.lowercased()
        return text.allSatisfy { "x*.-_#\u{2022}\u{2026}".contains($0) } || text.contains("...")
            || text.contains("\u{2026}")
            || text.contains("***") || text.contains("xxx")
            || ["redacted", "hidden", "masked", "removed", "censored", "omitted", "snip"].contains(where: text.contains)
    }

    /// The name of a setting about credentials or a region, and its value.
    private static func setting(_ line: Substring) -> (name: String, value: String)? {
        guard let sign = line.firstIndex(where: { $0 == "=" || $0 == ":" }) else { return nil }
        let name = line[..<sign].trimmed(of: " \t\"'-,{").lowercased()
        let known = [
            "access_key_id", "secret_access_key", "session_token", "access_key", "secret_key", "bearer_token_bedrock",
            "region_name", "aws_region",
        ]
        guard known.contains(where: { name.hasSuffix($0) }), !name.contains(" ") else { return nil }
        let value = line[line.index(after: sign)...].trimmed(of: " \t\"',")
        return value.isEmpty ? nil : (String(name), String(value))
    }

    /// Whether a reference stands in a file of the program that expands it.
    private static func isExpanded(_ value: String, in text: String) -> Bool {
        if value.hasPrefix("os.environ/") { return text.contains("litellm_params") }
        return value.hasPrefix("${") && text.contains("services:") && text.contains("environment:")
    }
}
