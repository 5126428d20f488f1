-- Appends a batch to a worker's stream, once per batch number of its sender, all of it or nothing.
-- KEYS: 1 stream, 2 state, 3 last number of this sender, 4 bytes, 5 channels at their bound, 6 parked reader
-- ARGV: 1 batch number, 2 '1' if the sender knows the worker as old-style, 3 length an old-style stream is trimmed to,
--       4 and 5 events and bytes that a managed stream may hold, 6 Pub/Sub channel of its reader,
--       7 how many channel names follow, then these names, then the payloads
-- Answers {what}, or {'channels_full', names...}.
local number = tonumber(ARGV[1])
local last = redis.call('GET', KEYS[3])
if last and tonumber(last) >= number then
  return {'duplicate'}
end

local state = redis.call('GET', KEYS[2])
if state == 'sealed' or state == 'gone' then
  return {state}
end
local oldstyle = ARGV[2] == '1'
if not state and not oldstyle then
  return {'unknown'}
end
if state and oldstyle then
  return {'managed'} -- the names of the channels are wanted
end

local stream = KEYS[1]
local names = tonumber(ARGV[7])
local first = 8 + names
local n = #ARGV
local add = redis.call
if not state then
  for i = first, n - 1 do
    add('XADD', stream, '*', 'payload', ARGV[i])
  end
  add('XADD', stream, 'MAXLEN', '~', ARGV[3], '*', 'payload', ARGV[n])
  redis.call('SET', KEYS[3], ARGV[1], 'PX', 3600000)
  return {'appended'}
end

local bytes = 0
for i = first, n do
  bytes = bytes + #ARGV[i]
end
if redis.call('XLEN', stream) + n - first + 1 > tonumber(ARGV[4])
    or tonumber(redis.call('GET', KEYS[4]) or '0') + bytes > tonumber(ARGV[5]) then
  return {'full'}
end
if names > 0 and redis.call('EXISTS', KEYS[5]) == 1 then
  local full = {'channels_full'}
  for i = 8, 7 + names do
    if redis.call('SISMEMBER', KEYS[5], ARGV[i]) == 1 then
      full[#full + 1] = ARGV[i]
    end
  end
  if #full > 1 then
    return full
  end
end
for i = first, n do
  add('XADD', stream, '*', 'payload', ARGV[i])
end
redis.call('SET', KEYS[3], ARGV[1], 'PX', 3600000)
redis.call('INCRBY', KEYS[4], bytes)
if redis.call('DEL', KEYS[6]) == 1 then
  redis.call('PUBLISH', ARGV[6], '')
end
return {'appended'}
