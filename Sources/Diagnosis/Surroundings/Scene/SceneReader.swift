import Catalog
import Evidence
import Report

/// Establishes the scene of a call from what an input shows, before any cause is named.
///
/// What belongs to the call itself leads; the text around it fills in what it says with one voice, or last before the call.
struct SceneReader: Sendable {
    private let excerpt: InputExcerpt?
    private let around: ScenePassage?

    /// The beginning and the end of the input, as text: what was pasted around a call.
    let surroundings: String
    private let regions: [RegionMention]
    private let models: [ModelMention]
    private let client: Scene.Fact?
    private let sdk: Scene.Fact?
    private let runtime: Scene.Fact?

    /// What the reporter says works, and what fails.
    private let told: ToldNames

    /// How a command of the tool begins that the reporter says gets through.
    private let workingTool: String?

    /// - Parameter words: What the reporter says in sentences, where the input has any.
    init(_ excerpt: InputExcerpt?, words: ReporterWords? = nil) {
        self.excerpt = excerpt
        told = words?.names ?? ToldNames()
        workingTool = words?.contrasts.lazy.compactMap { Self.commands[$0.works ?? ""] }.first
        around = excerpt.map { ScenePassage($0) }
        surroundings = excerpt.map { String(decoding: $0.bytes.prefix(1 << 15), as: UTF8.self) } ?? ""
        regions = around.map { RegionMention.all(in: $0.bytes) } ?? []
        models = around.map { ModelMention.all(in: $0.bytes) } ?? []
        // A program that is told to get through is not the one that fails.
        let failing = excerpt.map { ScenePassage($0, without: words?.wordsOfOthers ?? []) }
        client = failing.flatMap { Self.fact(ClientProgram.self, in: $0) } ?? Self.named(words, in: failing)
        sdk = Self.ofClient(failing.flatMap { Self.fact(ClientLibrary.self, in: $0) }, client, words)
        let place = around.flatMap { Self.fact(RuntimePlace.self, in: $0) }
        let beginning = surroundings
        runtime = place.map { Self.ownCluster($0, in: beginning) }
    }

    private static let commands = ["the AWS CLI": "aws bedrock", "curl": "curl "]

    private static func fact<Member: SceneMember>(_: Member.Type, in passage: ScenePassage) -> Scene.Fact? {
        Member.first(in: passage.text).map { passage.fact($0.name, at: $0.place) }
    }

    private static let ownClusters = [
        "non-eks", "not eks", "not on eks", "not an eks", "self-managed kubernetes", "self managed kubernetes",
        "self-hosted kubernetes", "kops",
        "kubeadm", "k3s", "rke2", "openshift", "outside of eks", "outside eks", "minikube", "on-prem kubernetes",
        "on-premises kubernetes",
    ]

    /// A cluster that somebody runs without Amazon EKS, where roles of service accounts are used in the way of EKS.
    private static func ownCluster(_ place: Scene.Fact, in text: String) -> Scene.Fact {
        guard [RuntimePlace.serviceAccount.name, RuntimePlace.podIdentity.name].contains(place.value) else {
            return place
        }
        let words = text.lowercased()
        guard ownClusters.contains(where: words.contains) else { return place }
        var fact = place
        fact.value = RuntimePlace.kubernetes.name
        return fact
    }

    /// The program that the reporter says fails, where nothing else shows one.
    private static func named(_ words: ReporterWords?, in passage: ScenePassage?) -> Scene.Fact? {
        guard let contrast = words?.contrasts.first(where: { $0.dimension == .client }), let name = contrast.fails,
            let program = ClientProgram.all.first(where: { $0.name == name }),
            let passage, let place = passage.bytes.range(of: program.name)
        else { return nil }
        return passage.fact(program.name, at: place)
    }

    /// The SDK below a program; none where the reporter names it as what gets through beside that program.
    private static func ofClient(
        _ sdk: Scene.Fact?, _ client: Scene.Fact?, _ words: ReporterWords?
    ) -> Scene.Fact? {
        guard let sdk, client != nil, let works = words?.contrasts.first(where: { $0.dimension == .client })?.works
        else { return sdk }
        let isSame = works.hasSuffix("boto3") && sdk.value == ClientLibrary.boto3.name || works.hasSuffix(sdk.value)
        return isSame ? nil : sdk
    }

    /// The scene of one call.
    func scene(of exchange: ObservedExchange) -> Scene {
        let words = ScenePassage(Self.words(of: exchange), line: exchange.line, in: excerpt)
        let called = CalledService(words.bytes)
        let mentions = RegionMention.all(in: words.bytes)
        var scene = Scene()
        scene.client = client
        scene.sdk = agent(exchange) ?? sdk
        scene.runtime = runtime
        scene.operation = operation(exchange, called, words)
        scene.service = service(exchange, called, mentions, words)
        scene.region = region(exchange, mentions, words, of: scene.service?.value)
        scene.otherRegion = scene.region.flatMap { otherRegion(than: $0, mentions, words) }
        scene.model = model(exchange, words)
        scene.answeredBy = AnswererReader(exchange: exchange, words: words, called: called, service: scene.service).fact
        if let device = deviceGateway(scene, exchange) { scene.answeredBy = device }
        return scene
    }

    static let deviceGateway = "AWS IoT's device gateway"

    /// AWS IoT's device gateway, which names its refusals as API Gateway does.
    private func deviceGateway(_ scene: Scene, _ exchange: ObservedExchange) -> Scene.Fact? {
        guard var fact = scene.answeredBy, fact.value == Answerer.apiGateway.name,
            exchange.response?.header("x-amz-apigw-id") == nil, surroundings.contains("iotdevicegateway")
        else { return nil }
        fact.value = Self.deviceGateway
        fact.evidence = "iotdevicegateway"
        return fact
    }

    /// What was said of the call: by the client, and in the body of the answer.
    private static func words(of exchange: ObservedExchange) -> String {
        let body = (exchange.response?.body ?? []).prefix(bodyLimit)
        let said =
            [exchange.message ?? "", String(decoding: body, as: UTF8.self)] + exchange.earlierMessages.reversed()
        return LineBreaks(said.filter { !$0.isEmpty }.joined(separator: "\n")).text
    }

    private static let bodyLimit = 8_192

    // MARK: Client

    /// The SDK by the user agent of the request.
    private func agent(_ exchange: ObservedExchange) -> Scene.Fact? {
        guard let agent = exchange.request?.header("user-agent") ?? exchange.record?.userAgent else { return nil }
        let passage = ScenePassage("user-agent: \(agent)", line: exchange.line, in: nil)
        return Self.fact(ClientLibrary.self, in: passage)
    }

    // MARK: Operation and service

    private func operation(
        _ exchange: ObservedExchange, _ called: CalledService, _ words: ScenePassage
    ) -> Scene.Fact? {
        if let record = exchange.record {
            return Scene.Fact(record.name, evidence: "eventName \(record.name)", line: exchange.line)
        }
        if let request = exchange.request, let name = RuntimePath(request.target)?.operation {
            return Scene.Fact(name, evidence: Self.line(of: request), line: exchange.line)
        }
        return called.operation.map { words.fact($0.name, at: $0.place) }
    }

    private func service(
        _ exchange: ObservedExchange, _ called: CalledService, _ mentions: [RegionMention], _ words: ScenePassage
    ) -> Scene.Fact? {
        if let record = exchange.record {
            let source = record.source.map { String($0.prefix { $0 != "." }) }
            return (AWSService.endpoint(ofOperation: record.name) ?? source).map {
                Scene.Fact(
                    $0, evidence: "eventSource \(record.source ?? ""), eventName \(record.name)", line: exchange.line)
            }
        }
        if let host = Self.host(of: exchange) {
            let evidence = SafeMessage.text("Host \(host)", limit: 200)
            if let aws = AWSHostName(host) { return Scene.Fact(aws.service, evidence: evidence, line: exchange.line) }
            if let kind = MetadataAddress(in: host) {
                return Scene.Fact(kind.title, evidence: evidence, line: exchange.line)
            }
        }
        if let request = exchange.request, let path = RuntimePath(request.target), path.model != nil {
            let endpoint = path.operation.flatMap(AWSService.endpoint(ofOperation:))
            return endpoint.map { Scene.Fact($0, evidence: Self.line(of: request), line: exchange.line) }
        }
        if let endpoint = called.endpoint { return words.fact(endpoint.name, at: endpoint.place) }
        if let mention = mentions.min(by: { $0.context < $1.context }), let service = mention.service,
            // Beside an operation a host of another service is what the sentence is about, such as an image's registry.
            mention.context == .host || mention.context == .otherHost && called.operation == nil
        {
            return words.fact(service, at: mention.place)
        }
        // What a signature was made for is what the client meant to call.
        if let mention = mentions.first(where: { $0.context == .scope }), let service = mention.service,
            !service.isEmpty
        {
            return words.fact(service == "bedrock" ? "bedrock-runtime" : service, at: mention.place)
        }
        guard let kind = MetadataAddress(in: String(decoding: words.bytes, as: UTF8.self)) else { return nil }
        let place = kind.addresses.lazy.compactMap { words.bytes.range(of: $0) }.first
        return place.map { words.fact(kind.title, at: $0) }
    }

    // MARK: Region

    private func region(
        _ exchange: ObservedExchange, _ mentions: [RegionMention], _ words: ScenePassage, of service: String?
    ) -> Scene.Fact? {
        if let host = Self.host(of: exchange), let region = AWSHostName(host)?.region,
            RegionCatalog.looksLikeRegion(region)
        {
            return Scene.Fact(region, evidence: SafeMessage.text("Host \(host)", limit: 200), line: exchange.line)
        }
        if let region = exchange.record?.region, RegionCatalog.looksLikeRegion(region) {
            return Scene.Fact(region, evidence: "awsRegion \(region)", line: exchange.line)
        }
        if let request = exchange.request, let region = SentCredential.region(in: request),
            RegionCatalog.looksLikeRegion(region)
        {
            return Scene.Fact(region, evidence: "the credential scope names \(region)", line: exchange.line)
        }
        let all = mentions.filter { $0.context < .otherHost && !isUnread($0) }
        let said = all.filter { isOpen($0.name, $0.context) }
        if !all.isEmpty {
            // Where the call's own words name several, the text around them settles nothing.
            let failing = told.failing(of: said.filter { $0.context >= .label }, by: \.name)
            let chosen = Self.chosen(said, by: \.context, last: nil)
            return (chosen ?? failing).map { words.fact($0.name, at: $0.place) }
        }
        // The host of the very service that was called.
        let own = (mentions + regions).filter { $0.context == .otherHost && $0.service != nil && $0.service == service }
        if Set(own.map(\.name)).count == 1, let first = own.first {
            return Scene.Fact(
                first.name, evidence: SafeMessage.text("a host of \(service ?? "")", limit: 60), line: exchange.line)
        }
        guard let around else { return nil }
        let others = regions.filter { $0.context < .otherHost && isOpen($0.name, $0.context) && !isUnread($0) }
        if others.map(\.context).min() ?? .host >= .label, let failing = told.failing(of: others, by: \.name) {
            return around.fact(failing.name, at: failing.place)
        }
        let last = exchange.line.map { line in { (place: Int) in around.line(of: place).map { $0 <= line } ?? false } }
        return Self.chosen(others, by: \.context, last: last).map { around.fact($0.name, at: $0.place) }
    }

    /// The one other region that belongs to the call: that of the signature, of a setting, or of the ARN that was called.
    private func otherRegion(
        than region: Scene.Fact, _ mentions: [RegionMention], _ words: ScenePassage
    ) -> Scene.Fact? {
        func others(_ all: [RegionMention], _ passage: ScenePassage) -> [(RegionMention, ScenePassage)] {
            all.filter { mention in
                let before = passage.bytes[..<mention.place.lowerBound].suffix(24)
                return mention.context != .otherHost && mention.name != region.value && isOpen(mention.name, .label)
                    && before.range(of: "sso") == nil
            }.map { ($0, passage) }
        }
        let found = others(mentions, words) + (around.map { others(regions, $0) } ?? [])
        if let (mention, passage) = found.first, Set(found.map { $0.0.name }).count == 1 {
            return passage.fact(mention.name, at: mention.place)
        }
        // AWS's own words for the region of a signature.
        guard let mark = words.bytes.range(of: "valid region, not '") else { return nil }
        let name = String(
            decoding: words.bytes[mark.upperBound...].prefix(24).prefix { $0 != UInt8(ascii: "'") }, as: UTF8.self)
        return RegionCatalog.looksLikeRegion(name) && name != region.value ? words.fact(name, at: mark) : nil
    }

    /// Whether a region may be that of the call: a host or a scope shows it, whatever is told of it.
    private func isOpen(_ name: String, _ context: RegionMention.Context) -> Bool {
        context < .label || !told.works.contains(name)
    }

    /// Whether the program that calls takes no notice of the variable in which a region stands.
    private func isUnread(_ mention: RegionMention) -> Bool {
        guard let variable = mention.variable else { return false }
        var scene = Scene()
        scene.client = client
        return RegionSetting.of(scene, text: "")?.ignores(variable) ?? false
    }

    /// Of what is said in the surest way, the one name there is, or the last before the call; `nil` when that leaves a doubt.
    private static func chosen(
        _ mentions: [RegionMention], by context: (RegionMention) -> RegionMention.Context, last: ((Int) -> Bool)?
    ) -> RegionMention? {
        guard let best = mentions.map(context).min() else { return nil }
        let equal = mentions.filter { context($0) == best }
        if Set(equal.map(\.name)).count == 1 { return equal.first }
        return last.flatMap { isBefore in equal.last { isBefore($0.place.lowerBound) } }
    }

    // MARK: Model

    private func model(_ exchange: ObservedExchange, _ words: ScenePassage) -> Scene.Fact? {
        if let model = exchange.record?.model {
            return Scene.Fact(
                SafeMessage.text(model, limit: 300), evidence: SafeMessage.text("modelId \(model)", limit: 200),
                line: exchange.line)
        }
        if let request = exchange.request, let model = RuntimePath(request.target)?.model {
            return Scene.Fact(
                SafeMessage.text(model, limit: 300), evidence: Self.line(of: request), line: exchange.line)
        }
        let said = ofFailing(ModelMention.all(in: words.bytes).filter(isOpen), in: words)
        if let best = said.min(by: { $0.context < $1.context }), best.context < .foundationARN {
            let failing = best.context == .path ? nil : told.failing(of: said, by: \.name)
            return words.fact((failing ?? best).name, at: (failing ?? best).place)
        }
        guard let around, !exchange.isItem else { return said.first.map { words.fact($0.name, at: $0.place) } }
        let others = ofFailing(models.filter { $0.context < .foundationARN && isOpen($0) }, in: around)
        if let failing = told.failing(of: others, by: \.name) { return around.fact(failing.name, at: failing.place) }
        let names = Set(others.map(\.name))
        if names.count == 1, let only = others.first { return around.fact(only.name, at: only.place) }
        if let line = exchange.line, names.count > 1,
            let last = others.last(where: { around.line(of: $0.place.lowerBound).map { $0 <= line } ?? false })
        {
            return around.fact(last.name, at: last.place)
        }
        return said.first.map { words.fact($0.name, at: $0.place) }
    }

    /// The models without those of a command that works, unless no other one is named.
    private func ofFailing(_ models: [ModelMention], in passage: ScenePassage) -> [ModelMention] {
        guard workingTool != nil else { return models }
        let own = models.filter { !isOfWorkingCommand($0, in: passage) }
        return own.isEmpty ? models : own
    }

    /// Whether a model stands in a command of a tool that the reporter says gets through: `aws bedrock-runtime converse --model-id ...`.
    private func isOfWorkingCommand(_ mention: ModelMention, in passage: ScenePassage) -> Bool {
        guard let tool = workingTool else { return false }
        let bytes = passage.bytes
        var start = mention.place.lowerBound
        // A command goes on behind a line that ends with a backslash.
        for _ in 0..<12 {
            start = bytes[..<start].lastIndex(of: 0x0A) ?? bytes.startIndex
            guard start > bytes.startIndex,
                bytes[..<start].last(where: { $0 != 0x20 && $0 != 0x0D }) == UInt8(ascii: "\\")
            else { break }
        }
        return bytes[start..<mention.place.lowerBound].range(of: tool) != nil
    }

    /// Whether a model may be that of the call: one that is told to work is another.
    private func isOpen(_ mention: ModelMention) -> Bool {
        mention.context == .path || !told.works.contains(mention.name.lowercased())
    }

    // MARK: Requests

    private static func host(of exchange: ObservedExchange) -> String? {
        let host = exchange.record?.host ?? exchange.request?.header("host") ?? exchange.request?.host
        return host.map { String($0.trimmedHost) }
    }

    private static func line(of request: ObservedRequest) -> String {
        SafeMessage.text("\(request.method) \(String(decoding: request.target.prefix(300), as: UTF8.self))", limit: 200)
    }
}

extension String {
    /// A host without its port.
    fileprivate var trimmedHost: String { hasPrefix("[") ? self : String(prefix { $0 != ":" }) }
}
