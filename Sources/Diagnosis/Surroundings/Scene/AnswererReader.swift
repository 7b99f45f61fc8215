import Evidence
import Report
import WireText

/// Who gave the answer to a call, by the marks of whoever stands between client and service, then by the client's words.
struct AnswererReader {
    let exchange: ObservedExchange
    let words: ScenePassage
    let called: CalledService
    let service: Scene.Fact?

    /// `nil` when nothing shows it.
    var fact: Scene.Fact? {
        let title = service.map { AWSService.title(ofEndpoint: $0.value) }
        if exchange.record != nil {
            return service.map { Scene.Fact(title ?? $0.value, evidence: $0.evidence, line: $0.line) }
        }
        if let between = header ?? body { return between }
        if let named = Self.author(in: words) { return named }
        if isFromService, let service {
            return Scene.Fact(title ?? service.value, evidence: service.evidence, line: service.line)
        }
        if let neighbour { return neighbour }
        if let place = AnswererMarks.client.place(in: words.text) {
            return words.fact(Scene.ownClient, at: place)
        }
        return nil
    }

    /// Whether the answer is one of an AWS service's own.
    private var isFromService: Bool {
        if let response = exchange.response, response.status != nil {
            return response.header("x-amzn-requestid") != nil || response.header("x-amzn-errortype") != nil
                || response.header("x-amz-request-id") != nil
        }
        return called.hasAnswered && exchange.response == nil
    }

    /// Another step of the same work: a download, or a resource of another provider than AWS's.
    private var neighbour: Scene.Fact? {
        guard called.operation == nil, words.bytes.count < 32_768 else { return nil }
        let text = String(decoding: words.bytes, as: UTF8.self)
        if let fetch = PackageFetch(in: text), let place = words.bytes.range(of: fetch.mark) {
            return words.fact("the way to the package registry of \(fetch.manager)", at: place)
        }
        guard let step = ProvisionedStep(in: text), let place = words.bytes.range(of: step.type) else { return nil }
        return words.fact(step.name, at: place)
    }

    private var header: Scene.Fact? {
        guard let response = exchange.response, !response.headers.isEmpty else { return nil }
        let text = response.headers.map { "\($0.name): \($0.text)".lowercased() }.joined(separator: "\n")
        // Bedrock's own answers come through its load balancers, too.
        if response.header("x-amzn-requestid") != nil, service?.value.hasPrefix("bedrock") == true { return nil }
        let passage = ScenePassage(text, line: exchange.line, in: nil)
        return AnswererMarks.headers.fact(in: passage)
    }

    private var body: Scene.Fact? {
        guard let body = exchange.response?.body, !body.isEmpty else { return nil }
        let passage = ScenePassage(
            String(decoding: body.prefix(16_384), as: UTF8.self), line: exchange.line, in: nil)
        return Self.author(in: passage)
    }

    /// By a sentence of their own, else by a name on the page.
    private static func author(in passage: ScenePassage) -> Scene.Fact? {
        AnswererSentence.author(in: passage.text).map { passage.fact($0.answerer.name, at: $0.place) }
            ?? AnswererMarks.words.fact(in: passage)
    }
}

extension [AnswererMark] {
    /// The first answerer that a passage shows.
    fileprivate func fact(in passage: ScenePassage) -> Scene.Fact? {
        for mark in self {
            if let place = mark.sights.place(in: passage.text) { return passage.fact(mark.answerer.name, at: place) }
        }
        return nil
    }
}
