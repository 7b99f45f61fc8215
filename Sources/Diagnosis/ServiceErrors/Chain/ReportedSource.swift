import Codes
import Evidence
import JSONText
import Report
import WireText

/// What a paste shows, or its reporter tells, of where the credentials come from, where that says more than the chain of providers:
/// a command that works by itself, keys under names that nobody reads, half of a session, a provider that was not wanted.
///
/// Sources: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>,
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>,
/// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html>,
/// <https://docs.litellm.ai/docs/providers/anthropic>.
struct ReportedSource {
    let call: FailedCall
    private let text: String
    private let lower: String

    init(_ call: FailedCall) {
        self.call = call
        text = String((call.answer.surroundings + "\n" + call.text).prefix(32_768))
        lower = text.lowercased()
    }

    /// What to do first; empty where nothing of the kind is shown.
    func remedies(_ code: FindingCode) -> [Remedy] {
        switch code {
        case .credentialsMissing, .credentialsServiceUnreachable:
            [unwanted, microMachine, method, foreignNames, command, withoutChain, configFileOnly].lazy.compactMap { $0 }
                .first ?? []
        case .tokenInvalid:
            [exported, workingProfile, halfSession, TemporaryKeys(call).remedy.map { [$0] }].lazy.compactMap { $0 }
                .first ?? []
        case .tokenExpired: profileOfDesktop ?? []
        default: []
        }
    }

    private var program: String {
        call.scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
    }

    // MARK: Another provider

    /// A reporter who wants the maker's own API, and whose program calls Bedrock for the name of the model.
    private var unwanted: [Remedy]? {
        let words = WordText(call.answer.surroundings)
        let isWanted =
            words.has("select|selected|choose|chose|configured anthropic provider|model")
            || words.has("anthropic directly|direct") || lower.contains("anthropic_api_key")
        let isSurprised =
            words.has("seems|tries|trying use|call|go|using bedrock")
            || words.has("dont|not want|need|use|using bedrock")
            || words.has("bedrock instead anthropic") || words.has("why bedrock")
        let isOfAWS = ["claude_code_use_bedrock", "aws_profile", "aws_access_key_id="].contains(where: lower.contains)
        guard isWanted, isSurprised, !isOfAWS else { return nil }
        let id = bareModel
        let tail = id.map { $0.dropFirst("anthropic.".count).prefix { $0 != ":" } }
        let own = tail.map { $0.hasSuffix("-v1") || $0.hasSuffix("-v2") ? $0.dropLast(3) : $0 } ?? "claude-NAME"
        let name =
            id.map { "\($0) is an id" }
            ?? "a name that begins with anthropic.claude- (a dot), or with bedrock/, is an id"
        return [
            Remedy(
                """
                Name the model as Anthropic does (anthropic/\(own) in LiteLLM and what is made with it, \(own) elsewhere), and give ANTHROPIC_API_KEY: \(name) of Bedrock's, by which the program chooses Bedrock, whatever provider is selected. \
                See the name in its settings; one from a list of its own that does so is its fault: update it, or write the name by hand. No keys of AWS's are needed then.
                """
            ).about(.instruction)
        ]
    }

    /// An id of Bedrock's without prefix for a model of Anthropic's that the text names.
    private var bareModel: String? {
        let pieces = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || "-.:".contains($0))) }
        let found = pieces.first { $0.hasPrefix("anthropic.claude-") && $0.utf8.count > 20 }
        return found.map { PrintableText.escaped(String($0.trimmed(of: ".:")), limit: 80) }
    }

    // MARK: Instance metadata

    /// Version 2 of instance metadata, which is asked for its token by PUT.
    private var method: [Remedy]? {
        guard CredentialLink(call.message) == .instanceMetadata || lower.contains("imds"),
            lower.contains("405") || lower.contains("method not allowed")
        else { return nil }
        return [
            Remedy(
                """
                Update \(program), whose own code asks instance metadata in the wrong way: 405 is the answer to a method that the path does not take, and version 2 gives its token to a PUT of /latest/api/token alone. Role, network and hop limit are not the matter. \
                Until then hand it credentials that an SDK of AWS's has got in the same place (Python: boto3.Session().get_credentials()), access key, secret and session token, and renew them.
                """
            ).about(.instruction)
        ]
    }

    /// AgentCore's runtime, whose metadata service is not that of an instance.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/security-credentials-management.html>.
    private var microMachine: [Remedy]? {
        guard lower.contains("agentcore") || lower.contains("microvm metadata") || lower.contains("mmds"),
            CredentialLink(call.message) == .instanceMetadata || lower.contains("imds")
        else { return nil }
        return [
            Remedy(
                """
                Use an SDK that gets credentials there, or hand the client a provider of your own that asks for them without a token: AgentCore's runtime gives its role's credentials by a metadata service of its own (MMDS), and an SDK that speaks version 2 of \
                instance metadata alone, beginning with a PUT for its token, gets none. There is no instance, so a role of one and its hop limit are not the matter. Update the SDK; if the newest does the same, that is its fault, to be reported there.
                """
            ).about(.instruction)
        ]
    }

    /// A client that says itself that it looks at two variables only, where a role is there to be taken.
    private var withoutChain: [Remedy]? {
        guard
            lower.contains("aws sigv4 authentication requires aws credentials")
                || lower.contains("access key id setting is missing")
        else { return nil }
        let words = WordText(call.answer.surroundings)
        let isRole =
            ["irsa", "pod identity", "instance profile", "task role", "execution role"].contains(where: lower.contains)
            || words.has("role credentials|permissions available|works|valid|attached")
        guard isRole else { return nil }
        let release =
            call.scene.client == nil ? "update the application that has it" : "update \(program)"
        return [
            Remedy(
                """
                Hand the provider a chain: credentialProvider: fromNodeProviderChain() (of @aws-sdk/credential-providers) in createAmazonBedrock. AI SDK's provider for Bedrock does not walk AWS's chain by itself, it looks at its own parameters and at \
                AWS_ACCESS_KEY_ID and the like, as its sentence says, so the role, its annotation and its policy are not the matter. In a program that is not yours: \(release); until it does so, give it a Bedrock API key (AWS_BEARER_TOKEN_BEDROCK, or its own setting) or keys with \
                their session token.
                """
            ).about(.instruction)
        ]
    }

    /// A profile whose keys stand in ~/.aws/config, where the program looks into ~/.aws/credentials.
    private var configFileOnly: [Remedy]? {
        guard lower.contains(".aws/config"), !lower.contains("sso_"), !lower.contains("credential_process") else {
            return nil
        }
        let words = WordText(call.answer.surroundings)
        let isOnly =
            words.has(
                all: ["everything|keep|only|solely", "aws config"], none: ["help|need|needs"], isOneSentence: true)
            || words.has("no|without|dont|not have|has|is aws credentials file")
            || words.has(all: ["there|is no", "aws credentials"], isOneSentence: true)
        guard isOnly else { return nil }
        return [
            Remedy(
                """
                Put the profile's keys into ~/.aws/credentials, under [NAME] without the word profile, and reload \(program): several programs read that file alone, and a profile whose keys stand in ~/.aws/config is none for them, though the AWS CLI takes it. \
                The region stays in ~/.aws/config or is chosen in the program. Or update it, since newer versions of many read both.
                """
            ).about(.instruction)
        ]
    }

    // MARK: Names

    /// Keys that stand under names with something before AWS's own, which no SDK reads.
    private var foreignNames: [Remedy]? {
        guard let said = call.foreignNames else { return nil }
        return [Remedy(said).about(.instruction)]
            + (KeyHolder(call)?.remedies(.credentialsMissing).dropFirst().map { $0 } ?? [])
    }

    // MARK: Commands of a profile

    /// A profile with credential_process, where the message speaks of no failed command: the client does not run it.
    private var command: [Remedy]? {
        guard lower.contains("credential_process"), CredentialLink.isOfProcess(in: text),
            CredentialLink(call.read.stated) != .credentialProcess
        else { return nil }
        let words = WordText(call.answer.surroundings)
        let isGood =
            text.contains("\"AccessKeyId\"") && text.contains("\"Version\"")
            || words.has("helper|command|script|process|tool itself|directly|manually|hand works|returns|prints|fine")
            || words.has("get caller identity works|returns|succeeds|fine|successfully")
        let why =
            isGood
            ? "the command works by itself, and \(program) does not run it"
            : "the profile gets its credentials by a command, and most often it is the client that does not run such commands"
        return [
            Remedy(
                """
                Give \(program) the credentials that the AWS CLI 2 gets from the profile, as variables, where it runs: \(why). Variables end with the session, so make them anew at each start; or use a version that \
                takes credential_process (update it, or go back to the one that worked).
                """,
                command: ProfileCommand.export(call.profileWord == "NAME" ? nil : call.profileWord)
                    ?? ProfileCommand.export()
            ).about(.instruction),
            Remedy(
                "If this prints no credentials either, it is the command: run what it names by hand.",
                command: "aws configure export-credentials --profile \(call.profileWord)"),
        ]
    }

    // MARK: Sessions

    /// Whether the reporter tells that the profile's credentials are let in once they are exported.
    static func isExportGood(_ told: String) -> Bool {
        guard told.contains("export-credentials") || told.contains("export AWS_ACCESS_KEY_ID") else { return false }
        let words = WordText(told)
        return words.has("export|exporting|exported credentials|keys|variables")
            && (words.has("export|exporting allows|works|fixes|worked|helps|solves")
                || words.has("allows requests go through") || words.has("exporting environment works"))
    }

    private var exported: [Remedy]? {
        guard Self.isExportGood(call.answer.surroundings) else { return nil }
        return [
            Remedy(
                """
                Keep to the export for now (all three values, anew for each session): the profile's session is good, since it is let in as variables, so \(program) takes other keys under that name. Look for a section [NAME] of the same name in ~/.aws/credentials, which wins over \
                [profile NAME] in ~/.aws/config, for AWS_ACCESS_KEY_ID in the environment or in env of its settings, and for a profile that it names itself; take them out. If there are none, this version does not resolve the \
                profile: update it.
                """,
                command: "grep -n '^\\[' ~/.aws/credentials ~/.aws/config"
            ).about(.instruction)
        ]
    }

    /// A command with a profile of which the reporter tells that it works, beside keys that AWS does not know.
    private var workingProfile: [Remedy]? {
        guard let option = text.firstRange(of: "--profile ") ?? text.firstRange(of: "--profile=") else { return nil }
        let name = text[option.upperBound...].prefix { $0.isLetter || $0.isNumber || "-_.@".contains($0) }
        let before = text[..<option.lowerBound]
        guard let command = before.ranges(of: "aws ").last, !name.isEmpty, name.utf8.count <= 64 else { return nil }
        // The words that tell of it stand before the command; options and a body may be between.
        let told = WordText(before[..<command.lowerBound].suffix(160))
        guard
            told.has("did|does|this|it|which|same|following|also work|works|worked|succeeds"),
            !told.has("not|doesnt|didnt|never|nor work|works|worked"), let word = ShellWord.quoted(String(name))
        else { return nil }
        return [
            Remedy(
                """
                Let \(program) use the profile \(PrintableText.escaped(String(name), limit: 64)), with which the AWS CLI is let in, and take the other keys away: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN in its shell, its .env file and its settings win over the profile, and it is those that AWS does \
                not know.
                """,
                command: "export AWS_PROFILE=\(word); unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN"
            ).about(.instruction)
        ]
    }

    /// A profile that a desktop's program reads by itself: what a shell exports never comes there.
    private var profileOfDesktop: [Remedy]? {
        let isNamed = ["named_profile", "named profile", "profile name", "aws profile"].contains(where: lower.contains)
        guard isNamed, ProgramPlace.isDesktop(call.scene.program, lower) else { return nil }
        let name = call.profileWord == "NAME" ? nil : call.profileWord
        return [
            Remedy.advice(
                """
                Renew the profile that \(program) reads, and start it anew: aws sso login for a profile of single sign-on; for one with copied keys and a token in ~/.aws/credentials write new ones there, all three values. What is exported in a shell does not come to a program \
                of the desktop. The console is another session, so that it works says nothing.
                """,
                ProfileCommand.login(name).map { .shell($0) }
            ).about(.renewal, .login)
        ]
    }

    /// A client that is given key id and secret in code, and no session token.
    private var halfSession: [Remedy]? {
        let isJavaScript =
            lower.contains("accesskeyid:") && lower.contains("secretaccesskey:") && !lower.contains("sessiontoken")
        let isPython =
            lower.contains("aws_access_key_id=") && lower.contains("aws_secret_access_key=")
            && lower.contains("client(") && !lower.contains("aws_session_token")
        guard isJavaScript || isPython else { return nil }
        let place = call.scene.runtimePlace
        let isTemporary =
            [.lambda, .ecs, .serviceAccount, .podIdentity, .sageMaker].contains(place) || text.contains("ASIA")
        let name = isPython ? "aws_session_token" : "sessionToken"
        let whose =
            isTemporary
            ? "the keys of a role are temporary ones (ASIA...)\(place == .lambda ? ", those that Lambda sets for its function among them" : "")"
            : "temporary keys (ASIA...) need it"
        let chain =
            isPython
            ? "leave all three out, so that boto3 takes them from where the program runs"
            : "leave keys out (AWS SDK), or pass credentialProvider: fromNodeProviderChain() (AI SDK)"
        return [
            Remedy(
                """
                Pass the session token, too (\(name), from AWS_SESSION_TOKEN), or \(chain): the code hands the client a key id and a secret without one, and \(whose), which AWS does not know without their token.
                """
            ).about(.instruction)
        ]
    }
}

extension FailedCall {
    /// AWS's variables with something before their names, where a paste sets them and none of the real ones.
    var foreignNames: String? {
        let pasted = String((answer.surroundings + "\n" + text).prefix(32_768))
        let names = ReporterWords(text: pasted).variables.filter { !$0.isBlank }.map(\.name)
        let own = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_SESSION_TOKEN"]
        guard !names.contains(where: own.contains) else { return nil }
        // LibreChat's own, Terraform's, and those that a bundler puts into a page.
        let known = ["BEDROCK_AWS_", "TF_VAR_", "VITE_", "NEXT_PUBLIC_", "REACT_APP_", "NUXT_", "INPUT_", "SECRET_"]
        var seen: Set<String> = []
        let pairs = names.filter { seen.insert($0).inserted }.compactMap { name -> (String, String)? in
            guard !known.contains(where: name.hasPrefix), let target = own.first(where: { Self.isPrefixed(name, $0) })
            else { return nil }
            return (PrintableText.escaped(name, limit: 60), target)
        }
        guard let first = pairs.first else { return nil }
        let rest = pairs.dropFirst().prefix(2).map { "\($0.0) as \($0.1)" }
        let all = (["\(first.0) as \(first.1)"] + rest).joined(separator: ", ")
        return """
            Name the variables as AWS's SDKs do, where the program runs: \(all) (and AWS_REGION or AWS_DEFAULT_REGION; LiteLLM: AWS_REGION_NAME). What is set has something before the name, and nothing shows that the program \
            hands it on: an SDK reads the bare names only.
            """
    }

    /// `LLM_AWS_ACCESS_KEY_ID`, `BEDROCK_ACCESS_KEY_ID`, `CLAUDE_CODE_AWS_PROFILE`.
    private static func isPrefixed(_ name: String, _ target: String) -> Bool {
        if name.hasSuffix("_" + target) { return true }
        let bare = target.dropFirst(4)
        return target != "AWS_PROFILE" && name.hasPrefix("BEDROCK_")
            && (name.hasSuffix(bare) || bare.hasPrefix(name.dropFirst(8)))
    }
}
