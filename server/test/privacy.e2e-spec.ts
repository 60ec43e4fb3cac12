import './privacy/agreeing.js';
import './privacy/holdings.js';
import './privacy/leaving.js';
import './privacy/children.js';
import './privacy/keeping.js';
