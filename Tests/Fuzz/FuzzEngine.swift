#if FUZZING
    import Synchronization

    /// libFuzzer, which calls one target again and again with bytes that it changes by what they reach.
    ///
    /// Source: <https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library>.
    enum FuzzEngine {
        /// What is being fuzzed; the engine's callback has no place for it.
        private static let current = Mutex<FuzzTarget?>(nil)

        /// Runs the engine with the options behind the target's name, and gives its status.
        static func run(_ target: FuzzTarget, _ arguments: [String]) -> Int32 {
            current.withLock { $0 = target }
            let options = ["fuzz", "-max_len=\(target.limit)"] + arguments.dropFirst()
            var count = Int32(options.count)
            // The engine keeps them until the process ends.
            let words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: options.count + 1)
            for (index, option) in options.enumerated() {
                let bytes = option.utf8CString
                let word = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
                for place in bytes.indices { unsafe word[place] = bytes[place] }
                unsafe words[index] = word
            }
            unsafe words[options.count] = nil
            var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe words
            return unsafe runDriver(&count, &list) { unsafe tryInput($0, $1) }
        }

        fileprivate static func run(_ bytes: [UInt8]) { current.withLock { $0 }?.run(bytes) }
    }

    /// The name by which the engine's own main program calls a target: it is linked whether it is used or not.
    @_cdecl("LLVMFuzzerTestOneInput")
    func tryInput(_ pointer: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
        FuzzEngine.run(unsafe [UInt8](UnsafeBufferPointer(start: pointer, count: size)))
        return 0
    }

    @_silgen_name("LLVMFuzzerRunDriver")
    private func runDriver(
        _ count: UnsafeMutablePointer<Int32>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
        _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    ) -> Int32
#endif
