-- Token checks, one token after the other: wrk -s checks.lua URL -- TOKENS PATH
-- With BENCH_PAUSE each connection waits so many milliseconds between its requests.
local requests, last = {}, 0

function init(args)
    for token in io.lines(args[1]) do
        requests[#requests + 1] = wrk.format("GET", args[2], { Authorization = "Bearer " .. token })
    end
end

function request()
    last = last % #requests + 1
    return requests[last]
end

if os.getenv("BENCH_PAUSE") then
    local pause = tonumber(os.getenv("BENCH_PAUSE"))
    function delay() return pause end
end
