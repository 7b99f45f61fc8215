package import Codes
package import Report

/// What became of a case: the parts of its result that do not depend on when it was judged.
package struct CaseJudgement: Sendable, Hashable {
    package var status: Status
    /// The first stage that went wrong.
    package var stage: String?
    package var message: String?
    /// The cause, where it is one that has a page.
    package var code: FindingCode?

    package init(_ status: Status, stage: String? = nil, message: String? = nil, code: FindingCode? = nil) {
        self.status = status
        self.stage = stage
        self.message = message
        self.code = code
    }

    /// A failure at a stage, or a pass where there is none.
    init(_ fault: CaseFault?) {
        self.init(fault == nil ? .pass : .fail, stage: fault?.stage, message: fault?.message)
    }
}
