package import Catalog
package import Evidence
package import SigV4
import WireText

/// What explains a failure besides the input itself.
package struct ExplainContext: Sendable {
    /// The key pair at hand: with the secret a wrong signature can be made again.
    package var credentials: SigningCredentials?

    /// The status, where the input does not say it.
    package var status: Int?

    /// The error type, where the input does not say it.
    package var errorType: String?

    /// The request as it was sent, for answers whose input does not show it.
    package var request: ObservedRequest?

    package var catalog: ModelCatalog

    /// The moment of asking, in seconds since 1970.
    package var now: Int64?

    /// Called as a search for the mistake behind a wrong signature begins; what it gives says whether the search must
    /// end, and is asked often.
    ///
    /// One limit may be shared by all the searches of a run: a log can hold any number of refused calls.
    package var searchLimit: @Sendable () -> @Sendable () -> Bool

    package init(
        credentials: SigningCredentials? = nil, status: Int? = nil, errorType: String? = nil,
        request: ObservedRequest? = nil, catalog: ModelCatalog = .documented, now: Int64? = nil,
        searchLimit: @escaping @Sendable () -> @Sendable () -> Bool = { { false } }
    ) {
        self.credentials = credentials
        self.status = status
        self.errorType = errorType
        self.request = request
        self.catalog = catalog
        self.now = now
        self.searchLimit = searchLimit
    }

    var today: CalendarDay? { now.map(CalendarDay.init(unixSeconds:)) }
}
