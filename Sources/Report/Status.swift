/// What a finding, a model cell or a case says about its subject.
package enum Status: String, Sendable, Hashable, CaseIterable {
    /// As it should be.
    case pass

    /// Works, or may work, but deserves a look.
    case warn

    /// Does not work, or cannot.
    case fail

    /// Not judged, on purpose: the reason stands beside it.
    case skip

    /// A verdict could not be reached. Never folded into ``pass``.
    case unknown
}
