import Catalog
import Codes
import Evidence
import JSONText
import Report
import WireText

extension FailedCall {
    /// What to do about a cause, the likeliest first: what the message names leads, then what the words add, then what holds
    /// for every failure of that cause.
    func remedies(for code: FindingCode) -> [Remedy] {
        let isOfRequest =
            ErrorCauseGroup(code) == .request || code == .quotaExceeded && details.refusals.first?.cause == code
        let members = isOfRequest ? MemberRemedies(call: self, refusals: details.refusals).all : []
        let isMeasured = details.refusals.first?.isMeasured ?? false
        var remedies =
            localCheckRemedies(code) ?? linkRemedies(code) ?? unbuilt(code) ?? SeveralRefusals.remedies(for: code, self)
            ?? holderRemedies(code)
            ?? aboutModel(code) ?? FulfilledRule(call: self)
            .remedies(
                for: code)
            ?? (isMeasured && !members.isEmpty ? members : nil)
            ?? Advice.remedies(
                for: code, self)
            ?? (members.isEmpty ? nil : members) ?? placeRemedies(code) ?? answerer(code) ?? ErrorCause.of(code)?
            .remedies(self) ?? unknown
        if code == .iamDenied, let caller = instanceCaller ?? unmeantCaller ?? gatewaySession ?? ambientRole {
            remedies.insert(caller, at: 0)
        }
        if code == .iamDenied, let told = toldDenial {
            // Nobody but LiteLLM can change the policy that it puts on its own session.
            if let session = gatewaySession, isOfToldPolicy {
                remedies = [session]
            } else {
                remedies.insert(told, at: 0)
            }
        }
        if [.iamDenied, .serviceRoleDenied].contains(code), isOfSecondRun, isOfAgentRole || code == .serviceRoleDenied {
            let race = code == .iamDenied ? AgentRole(self).race : AgentRole.race(of: nil)
            remedies = [race] + remedies.filter { $0.text != race.text }
        }
        if code == .sessionPolicyDenied, let session = gatewaySession ?? gatewayPolicy { remedies = [session] }
        if code == .tokenInvalid, let exchanged = ExchangedKeys(shown) {
            remedies.insert(exchanged.remedy, at: 0)
        }
        if let framework = FrameworkBody(self, code) { remedies.insert(framework.remedy, at: 0) }
        // Names from an answer stand in the sentences; whatever they hold is shown as text.
        return remedies.map { remedy in
            var shown = remedy
            shown.text = PrintableText.escaped(remedy.text, limit: 2_000)
            if language == .node, case .shell(let command)? = remedy.step {
                shown.step = .shell(ProfileCommand.forJavaScript(command))
            }
            return shown
        }
    }

    /// What a gateway wants that does not know the name of the model.
    private func aboutModel(_ code: FindingCode) -> [Remedy]? {
        if let path = pathForModel { return [path] }
        if [.modelIDInvalid, .modelEndOfLife].contains(code), let region = RegionInName(text) {
            return [region.remedy] + (ErrorCause.of(.modelIDInvalid)?.remedies(self).dropFirst() ?? [])
        }
        return own?.isOfModel ?? false && [.modelIDInvalid, .clientRefused].contains(code)
            ? AnswererRemedies.all(self) : nil
    }

    /// What to do where something else answered in place of the service.
    private func answerer(_ code: FindingCode) -> [Remedy]? {
        code == .answerNotFromService || code == .unknownError ? AnswererRemedies.all(self) : nil
    }

    /// What to do about a link of the credential chain that failed: in its own place.
    private func linkRemedies(_ code: FindingCode) -> [Remedy]? {
        let shown = CredentialLink(message)
        if shown == nil, SignOnStep(self) == nil, let unsigned = UnsignedOperation(self)?.remedies(code) {
            return unsigned
        }
        let reported = ReportedSource(self).remedies(code)
        if !reported.isEmpty {
            return reported + (code == .tokenInvalid ? ErrorCause.of(code)?.remedies(self) ?? [] : [])
        }
        switch code {
        case .credentialsMissing, .credentialsServiceUnreachable:
            if let closed = ProgramPlace.closedFiles(self) { return [closed] }
            if let build = BrowserBuild(self) { return build.remedies }
            // A variable that switches the last link off says more than that this link gave none.
            if let shown, shown != .profile, shown != .instanceMetadata { return shown.remedies(self) }
            let surroundings = ChainSurroundings(call: self)
            if shown == .instanceMetadata, let off = surroundings.off ?? surroundings.key { return [off] }
            if shown == .instanceMetadata, let place = ProgramPlace(self), place.hasNoInstance { return place.remedies }
            if shown == .instanceMetadata, DistantMetadata(self) == nil, let silence = MetadataSilence(self) {
                return silence.remedies
            }
            if let shown, shown != .profile { return shown.remedies(self) }
            let around = surroundings.remedies
            if !around.isEmpty { return around }
            // What holds the keys, and where the program runs, decide before a name such as a profile's does.
            if shown == .profile {
                if let place = ProgramPlace(self) { return place.remedies }
                if KeyHolder(self) != nil { return nil }
            }
            // A log may have said before which link it was.
            let link =
                shown ?? answer.service.flatMap(CredentialSource.init(service:))?.link
                ?? CredentialLink(answer.surroundings)
            return link?.remedies(self)
        case .tokenExpired, .tokenInvalid:
            if shown == .credentialProcess { return shown?.remedies(self) }
            if code == .tokenExpired, let token = ExpiredToken(self) { return token.remedies(self) }
            let link =
                isOfSignOn(shown)
                ? .singleSignOn : shown ?? answer.service.flatMap(CredentialSource.init(service:))?.link
            guard let link, [.singleSignOn, .permissionSet, .tokenAudience].contains(link) else {
                return code == .tokenInvalid ? placeholderRemedies : nil
            }
            return link.remedies(self)
        case .iamDenied: return shown?.code == .iamDenied ? shown?.remedies(self) : nil
        default: return nil
        }
    }

    /// Whether the base of a role is a session of single sign-on: of a nest of errors the innermost decides.
    private func isOfSignOn(_ link: CredentialLink?) -> Bool {
        let text = message.lowercased()
        return link == .roleBase
            && ["sso session", "sso token", "aws/sso/cache", "invalidgrant", "getrolecredentials"].contains(
                where: text.contains)
    }

    /// What to do about missing credentials in the place where the program runs.
    private func placeRemedies(_ code: FindingCode) -> [Remedy]? {
        code == .credentialsMissing ? ProgramPlace(self)?.remedies : nil
    }

    /// What to do about keys that another program holds; `nil` where nothing shows one.
    private func holderRemedies(_ code: FindingCode) -> [Remedy]? {
        guard [.tokenExpired, .tokenInvalid, .credentialsMissing, .signatureMismatch].contains(code),
            let holder = KeyHolder(self)
        else { return nil }
        // An address of a gateway says more than that there is one.
        if code == .signatureMismatch, !signedForGateway.isEmpty { return signedForGateway }
        let remedies = holder.remedies(code)
        return remedies.isEmpty ? nil : remedies
    }

    /// What to do about a key that AWS does not know because it is not a key.
    private var placeholderRemedies: [Remedy]? {
        let around = answer.surroundings + "\n" + message
        let usual = ErrorCause.of(.tokenInvalid)?.remedies(self) ?? []
        return (ChainSurroundings.fileFault(in: around) ?? ChainSurroundings.placeholder(in: around)).map {
            // Where the text shows more, a filler word is what the reporter put in place of the value.
            let shown = usual.prefix { $0.subjects.contains(.shown) }
            return shown + [$0] + usual.dropFirst(shown.count)
        }
    }

    /// A session that LiteLLM made: it puts a policy of its own on it, which allows little more than InvokeModel.
    ///
    /// Source: <https://github.com/BerriAI/litellm/blob/main/litellm/llms/bedrock/base_aws_llm.py>.
    var gatewaySession: Remedy? {
        guard let denial = details.denial, let principal = principalName,
            principal.hasPrefix("assumed-role/"), principal.hasSuffix("/litellm-session"),
            let action = denial.action, !action.hasPrefix("bedrock:InvokeModel")
        else { return nil }
        return Remedy(
            """
            The session litellm-session was made by LiteLLM, which puts a session policy of its own on it (InvokeModel, \
            InvokeModelWithResponseStream, ApplyGuardrail): \(action) is not in it, whatever the role allows. Use a newer LiteLLM, whose \
            policy has the action, or assume the role outside of LiteLLM (a profile with role_arn, the pod's or task's role) and leave \
            aws_role_name out. If the role itself lacks the action, allow it there too.
            """)
    }

    /// A reporter who says that LiteLLM puts the policy on its session, where no refusal names the session.
    private var gatewayPolicy: Remedy? {
        let told = shown.lowercased().prefix(32_768)
        guard scene.client?.value == ClientProgram.liteLLM.name, told.contains("session policy"),
            told.contains("assumerole") || told.contains("oidc") || told.contains("web identity")
        else { return nil }
        return Remedy(
            """
            Update LiteLLM: it is LiteLLM itself that puts a policy on the session it makes (aws_role_name, aws_web_identity_token), and that policy lacks the action, so that adding it to the role changes nothing. Until a version has it, let the \
            role come from outside of LiteLLM (the pod's or task's own role, or a profile with role_arn) and leave aws_role_name and aws_web_identity_token out, or add the action to the policy in its source.
            """)
    }

    /// The service's own sentence, where it is short enough to be an instruction.
    var serviceSays: Remedy? {
        let said = read.message.trimmedWhitespace()
        guard (12...400).contains(said.utf8.count), !said.contains(where: \.isNewline), !said.contains("<") else {
            return nil
        }
        return Remedy("The service says what it does not take: \(SafeMessage.text(String(said), limit: 400))")
    }

    /// How to see the sentence of a denial of which the text has the type alone.
    ///
    /// CloudTrail keeps the calls of models among the management events
    /// (<https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html>).
    private var unshownDenial: Remedy? {
        guard read.errorType.flatMap(AWSErrorType.init(named:)) == .accessDenied else { return nil }
        let operation =
            CalledByCode.operation(in: shown) ?? scene.operation?.value ?? answer.operation
        let name = operation.flatMap { ShellWord.quoted($0) } ?? "InvokeModel"
        let print =
            switch language {
            case .python: " (e.response[\"Error\"][\"Message\"])"
            case .node: " (error.message)"
            case .jvm: " (e.awsErrorDetails().errorMessage())"
            default: ""
            }
        return Remedy.advice(
            """
            Get the message first: AccessDeniedException alone does not say who was refused which action on which resource, nor by which policy, and the service's sentence does. Print it in the \
            program\(print), or read it in CloudTrail a few minutes later, and explain that.
            """,
            .aws(
                "cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=\(name)\(regionOption) --max-results 5 --query 'Events[].CloudTrailEvent'"
            ))
    }

    /// A resource of one of Terraform's providers, beside the settings of another: each takes region and role from its own block.
    ///
    /// Source: <https://registry.terraform.io/providers/hashicorp/awscc/latest/docs> (provider configuration).
    private var otherProvider: Remedy? {
        let shown = String(self.shown.prefix(32_768))
        // Which keys or which region it took is in question only where nobody has answered about the resource itself.
        guard shown.contains("awscc_"), !shown.contains("provider \"awscc\""), !read.showsAnswer, read.waited == nil,
            !shown.contains("(Service: ")
        else { return nil }
        return Remedy(
            """
            Give the provider awscc a block of its own (provider "awscc" { region = ..., assume_role = {...} }): a resource whose name begins with awscc_ belongs to it, and what stands in provider "aws" (region, role, profile) does not hold \
            for it, so it took the region and the keys of the environment. Or make the resource by its aws_ counterpart.
            """)
    }

    private var unknown: [Remedy] {
        if let other = otherProvider { return [other] }
        let umbrella = UmbrellaError(read.whole).map { Remedy($0.advice) }
        var remedies =
            (umbrella.map { [$0] } ?? []) + (unshownDenial.map { [$0] } ?? []) + [
                Remedy(
                    """
                    This kind of text is not known. Run the whole check, which tests credentials, clock, region and \
                    model one by one.
                    """,
                    retry
                ).about(.everything)
            ]
        if let id = answer.header("x-amzn-RequestId"), let word = ShellWord.quoted(id) {
            remedies.append(Remedy("Give AWS Support the request id \(word) if the check finds nothing."))
        }
        return remedies
    }
}
