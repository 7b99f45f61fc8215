package import Report

/// The model, region and account that a cell of the table is about.
package struct ProbeSubject: Sendable, Hashable {
    /// Who chose the model: it decides whether a model that does not exist is a failure or a warning.
    package enum Origin: Sendable, Hashable {
        /// The user, by flag or configuration.
        case named
        /// The list that is probed when nobody names one.
        case defaultList
    }

    /// How many regions are asked: it decides whether a model's absence from one is a failure or ordinary.
    package enum Scope: Sendable, Hashable {
        case singleRegion
        case matrix
    }

    /// The id, profile id or ARN as written.
    package let model: String
    package let region: String

    /// The name of the account, where several are asked.
    package var account: String?
    package let origin: Origin
    package let scope: Scope

    /// The origin that is asked, where one was named for the run; else it is the region's own.
    package var endpoint: String?

    package init(model: String, region: String, account: String? = nil, origin: Origin, scope: Scope) {
        self.model = model
        self.region = region
        self.account = account
        self.origin = origin
        self.scope = scope
    }

    /// The cell before anything is known of it.
    package var unasked: ModelCell {
        ModelCell(region: region, model: model, account: account, status: .unknown, verdict: .inconclusive)
    }

    /// What names the cell among all others.
    package var name: String { unasked.name }
}
