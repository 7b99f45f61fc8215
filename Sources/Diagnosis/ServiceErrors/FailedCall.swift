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

    /// What to do about a cause, the likeliest first.
    func remedies(for code: FindingCode) -> [Remedy] {
        let remedies = credentialSource(code) ?? ErrorCause.of(code)?.remedies(self) ?? unknown
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

    /// The region that was asked, as a shell word; where it is not known, the one that a client would take.
    var region: String {
        regionName.flatMap { ShellWord.quoted($0) } ?? "\"${AWS_REGION:-us-east-1}\""
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
