import Catalog
import Codes
import Evidence
import Report
import WireText

/// What is known of a call that failed, and the parts of the remedies that it fills in.
///
/// Every command only reads: what changes an account is left to a person.
struct FailedCall: Sendable {
    let details: ErrorDetails
    let answer: ServiceAnswer
    let catalog: ModelCatalog
    let today: CalendarDay?

    /// Where the call was made, as far as an input shows it.
    var scene = Scene()

    /// What CloudTrail recorded of it.
    var record: TrailEvent?

    /// The service's own sentence, and everything that was said.
    var words = WordText("")
    var text = ""

    /// The language of the client.
    var language: LanguageRuntime? { LanguageRuntime(scene, text: text) }

    /// What to do about a cause, the likeliest first: what the message names leads, then what the words add, then what holds
    /// for every failure of that cause.
    func remedies(for code: FindingCode) -> [Remedy] {
        let isOfRequest = ErrorCauseGroup(code) == .request
        let members = isOfRequest ? MemberRemedies(call: self, refusals: details.refusals).all : []
        let isMeasured = details.refusals.first?.isMeasured ?? false
        var remedies =
            linkRemedies(code) ?? (isMeasured && !members.isEmpty ? members : nil) ?? Advice.remedies(
                for: code, self)
            ?? (members.isEmpty ? nil : members) ?? answerer(code) ?? ErrorCause.of(code)?.remedies(self) ?? unknown
        if code == .iamDenied, let caller = instanceCaller { remedies.insert(caller, at: 0) }
        // Names from an answer stand in the sentences; whatever they hold is shown as text.
        return remedies.map { remedy in
            var shown = remedy
            shown.text = PrintableText.escaped(remedy.text, limit: 2_000)
            return shown
        }
    }

    // MARK: What the commands name

    /// The region that was asked, where it is known.
    var regionName: String? { answer.region ?? details.region }

    /// The region that was asked, as a shell word; `nil` where nothing shows it.
    var regionWord: String? { regionName.flatMap { ShellWord.quoted($0) } }

    /// The region as an option behind a command of the AWS CLI; nothing where it is not known, so that the CLI's own holds.
    var regionOption: String { regionWord.map { " --region \($0)" } ?? "" }

    /// What to do where something else answered in the place of the service.
    private func answerer(_ code: FindingCode) -> [Remedy]? {
        code == .answerNotFromService || code == .unknownError ? AnswererRemedies.all(self) : nil
    }

    /// A check of a model in the region that was asked.
    func check(_ model: String) -> NextStep { .doctor(.check(region: regionName, model: model)) }

    /// The settings that a look at the environment needs to see what the call saw.
    var env: NextStep { .doctor(.env) }

    /// The bare id of the model, as a shell word; control-plane calls take no other.
    var bareModel: String? {
        guard let name = details.modelID.flatMap({ ModelReference($0).id }) else { return nil }
        return ShellWord.quoted(ModelPrefix.split(name).bare)
    }

    var whoAmI: Remedy {
        Remedy(
            "See which account and identity the keys belong to; AWS STS needs no permission for that.",
            .doctor(
                DoctorStep("env", [.option("--identity", nil)] + (regionName.map { [.region($0)] } ?? []))))
    }

    /// The call once more.
    var retry: NextStep { .doctor(.check(region: regionName, model: details.modelID)) }

    /// A look at the other regions, which is offered for one model only: for a list it would be hundreds of calls.
    func everywhere(_ text: String) -> Remedy? {
        details.modelID.map { Remedy.advice(text, .doctor(.everywhere(model: $0))) }
    }

    /// What to do about a link of the credential chain that failed: in its own place.
    private func linkRemedies(_ code: FindingCode) -> [Remedy]? {
        let shown = CredentialLink(message)
        switch code {
        case .credentialsMissing, .credentialsServiceUnreachable:
            if let shown, shown != .profile { return shown.remedies(self) }
            let around = ChainSurroundings(call: self).remedies
            if !around.isEmpty { return around }
            return (shown ?? answer.service.flatMap(CredentialSource.init(service:))?.link)?.remedies(self)
        case .tokenExpired, .tokenInvalid:
            let link = shown ?? answer.service.flatMap(CredentialSource.init(service:))?.link
            guard let link, [.singleSignOn, .permissionSet, .tokenAudience].contains(link) else {
                return code == .tokenInvalid ? placeholderRemedies : nil
            }
            return link.remedies(self)
        case .iamDenied: return shown == .trustPolicy ? shown?.remedies(self) : nil
        default: return nil
        }
    }

    /// What to do about a key that AWS does not know because it is none.
    private var placeholderRemedies: [Remedy]? {
        ChainSurroundings.placeholder(in: answer.surroundings + "\n" + message).map {
            [$0] + (ErrorCause.of(.tokenInvalid)?.remedies(self) ?? [])
        }
    }

    /// A caller that is an instance, where something else was meant to call: a pod or a task with a role of its own.
    private var instanceCaller: Remedy? {
        guard let principal = details.denial?.principal?.resource, principal.hasPrefix("assumed-role/"),
            let session = principal.split(separator: "/").last, session.hasPrefix("i-"),
            session.dropFirst(2).allSatisfy(\.isHexDigit), session.count >= 10
        else { return nil }
        return Remedy(
            """
            The caller is the role of the instance (session \(session)). In a pod of EKS the service account's role was meant to \
            call: the client ignored the web identity (AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE), or the pod has none. Make it use \
            that role, with a newer SDK if need be; do not widen the node's role.
            """)
    }

    private var unknown: [Remedy] {
        var remedies = [
            Remedy(
                """
                The text is of no kind that is known. Run the whole check, which tells credentials, clock, \
                region and model apart.
                """,
                retry)
        ]
        if let id = answer.header("x-amzn-RequestId"), let word = ShellWord.quoted(id) {
            remedies.append(Remedy("Give AWS Support the request id \(word) if the check finds nothing."))
        }
        return remedies
    }
}
