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

    /// What could be read out of the answer, and whether it is an exception of a program's own.
    let read: ReadAnswer
    let exception: OwnException
    let catalog: ModelCatalog
    let today: CalendarDay?

    /// Where the call was made, as far as an input shows it.
    let scene: Scene

    /// What CloudTrail recorded of it.
    let record: TrailEvent?

    /// What someone between client and service said in words of their own.
    let own: AnswererSentence?

    /// What was said.
    let words: WordText

    init(
        details: ErrorDetails, answer: ServiceAnswer, read: ReadAnswer, exception: OwnException, catalog: ModelCatalog,
        today: CalendarDay?, scene: Scene = Scene(), record: TrailEvent? = nil, own: AnswererSentence? = nil
    ) {
        self.details = details
        self.answer = answer
        self.read = read
        self.exception = exception
        self.catalog = catalog
        self.today = today
        self.scene = scene
        self.record = record
        self.own = own
        words = WordText(read.whole)
    }

    /// The status of the answer, from its head or from the words.
    var status: Int? { read.status }

    /// Everything that was pasted with what was said.
    var text: String { read.pasted }

    /// The same, and behind it what stands around it in the input.
    var shown: String { read.shown }

    /// The language of the client, by the failure itself, else by what stands around it.
    var language: LanguageRuntime? {
        LanguageRuntime(scene, text: text) ?? LanguageRuntime(scene, text: answer.surroundings)
    }

    // MARK: What the commands name

    /// The region that was asked, where it is known.
    var regionName: String? { answer.region ?? details.region }

    /// The region that was asked, where Bedrock is; no command names another.
    var servedRegion: String? { regionName.flatMap { RegionCatalog.hasBedrockRuntime($0) == false ? nil : $0 } }

    /// The region that was asked, as a shell word; `nil` where nothing shows it, or where Bedrock is not.
    var regionWord: String? { servedRegion.flatMap { ShellWord.quoted($0) } }

    /// The region as an option behind a command of the AWS CLI; nothing where it is not known, so that the CLI's own holds.
    var regionOption: String { regionWord.map { " --region \($0)" } ?? "" }

    /// A check of a model in the region that was asked; of one that the region does not have, a look at where it is.
    func check(_ model: String) -> NextStep {
        guard let id = catalog.callable(model, from: servedRegion, like: details.modelID) else {
            return .doctor(.everywhere(model: model))
        }
        return .doctor(.check(region: servedRegion, model: id))
    }

    /// A model by the id that can be called where this call was made; as it is where that region does not have it.
    func callable(_ model: String) -> String {
        catalog.callable(model, from: servedRegion, like: details.modelID) ?? model
    }

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
                DoctorStep("env", [.option("--identity", nil)] + (regionName.map { [.region($0)] } ?? [])))
        ).about(.keys)
    }

    /// The call once more.
    var retry: NextStep {
        let id = details.modelID.map { ThroughputVariant($0)?.id ?? $0 }
        return .doctor(.check(region: servedRegion, model: id))
    }

    /// What remains where the service is at fault and not the call.
    var retryLater: [Remedy] {
        [
            Remedy.advice("Nothing is wrong with credentials or access: retry with exponential backoff.", retry),
            Remedy("If it lasts, see https://health.aws.amazon.com/health/status or another region."),
        ]
    }

    /// A look at the other regions, which is offered for one model only: for a list it would be hundreds of calls.
    func everywhere(_ text: String) -> Remedy? {
        // An ARN has its region.
        details.modelID.flatMap { $0.hasPrefix("arn:") ? nil : Remedy.advice(text, .doctor(.everywhere(model: $0))) }
    }

    // MARK: What the text names

    /// The service's sentence or the client's.
    var message: String { read.whole }

    /// The profile that the text names, as a shell word; a word to fill in where it names none.
    var profileWord: String {
        let name = ProfileMention.first(in: message) ?? ProfileMention.first(in: answer.surroundings)
        return name.flatMap { ShellWord.quoted($0) } ?? "NAME"
    }
}
