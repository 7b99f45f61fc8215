extension Array where Element == Finding {
    /// The findings with what is broken first and what is well last; equals keep their order.
    package func causeFirst() -> [Finding] {
        let order: [Status] = [.fail, .unknown, .warn, .skip, .pass]
        return order.flatMap { status in filter { $0.status == status } }
    }
}
