package import Codes

/// One cell of the model x region table: the verdict of one model in one region, with what the service said.
package struct ModelCell: Sendable, Hashable {
    /// Tokens the probe used, as the service counted them.
    package struct Tokens: Sendable, Hashable {
        package var input: Int
        package var output: Int

        package init(input: Int, output: Int) {
            self.input = input
            self.output = output
        }
    }

    package var region: String
    package var model: String

    /// The name of the account, where several are asked; `nil` where there is one.
    package var account: String?

    package var status: Status
    package var verdict: ModelVerdict

    /// The code of the cause; `nil` when nothing is wrong.
    package var code: FindingCode?

    /// The account gate or the kind of policy that refused.
    package var gate: String?

    /// How the answered call went: `on-demand` or `profile`.
    package var route: String?

    /// The inference profile that was used or is needed.
    package var profile: String?

    /// The model that follows a retired one.
    package var successor: String?

    /// The nearest known id for one that is not.
    package var suggestion: String?

    package var httpStatus: Int?
    package var errorType: String?
    package var message: String?
    package var requestId: String?

    /// From the request's start to the end of the answer, in milliseconds.
    package var latencyMs: Double?

    /// The version of HTTP that the answer came over, such as `HTTP/1.1` or `HTTP/2`.
    package var httpVersion: String?
    package var tokens: Tokens?
    package var remedies: [Remedy]

    /// Why it does not count, although it was asked.
    package var setAside: SetAside?

    package init(
        region: String,
        model: String,
        account: String? = nil,
        status: Status,
        verdict: ModelVerdict,
        code: FindingCode? = nil,
        gate: String? = nil,
        route: String? = nil,
        profile: String? = nil,
        successor: String? = nil,
        suggestion: String? = nil,
        httpStatus: Int? = nil,
        errorType: String? = nil,
        message: String? = nil,
        requestId: String? = nil,
        latencyMs: Double? = nil,
        httpVersion: String? = nil,
        tokens: Tokens? = nil,
        remedies: [Remedy] = []
    ) {
        self.region = region
        self.model = model
        self.account = account
        self.status = status
        self.verdict = verdict
        self.code = code
        self.gate = gate
        self.route = route
        self.profile = profile
        self.successor = successor
        self.suggestion = suggestion
        self.httpStatus = httpStatus
        self.errorType = errorType
        self.message = message
        self.requestId = requestId
        self.latencyMs = latencyMs
        self.httpVersion = httpVersion
        self.tokens = tokens
        self.remedies = remedies
    }
}

extension ModelCell {
    /// Where the model was asked: the region, and whose of several accounts.
    package var place: String { account.map { "\(region) of \($0)" } ?? region }

    /// What names the cell among all others, the same from run to run.
    package var name: String { "\(model) in \(place)" }

    /// What a plan is sorted by: model, region, and the account where there are several.
    package var planKey: [String] { [model, region] + (account.map { [$0] } ?? []) }
}
