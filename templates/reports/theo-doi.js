(function () {
  'use strict';
  var words = new Intl.Collator('vi', { numeric: true });
  var all = function (selector, within) { return Array.from((within || document).querySelectorAll(selector)); };

  // Text without marks, as people type it: "Đắc Lua" is found by "dac lua".
  var fold = function (text) {
    return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[\u0111\u0110\u00d0\u00f0]/g, 'd')
      .toLowerCase().replace(/\s+/g, ' ');
  };

  var keyOf = function (row, column) {
    var cell = row.cells[column];
    if (!cell) return { text: '' };
    var key = cell.getAttribute('data-key');
    return key === null ? { text: cell.textContent.trim() } : { figure: Number(key) };
  };
  // Figures by value, then text by its letters, then what is empty or missing, whichever way the rest runs.
  var place = function (key) { return key.figure !== undefined ? 0 : /[^\s\u2026]/.test(key.text) ? 1 : 2; };
  var compare = function (a, b, direction) {
    var order = place(a) - place(b);
    if (order !== 0) return order;
    if (place(a) === 2) return 0;
    return direction * (place(a) === 0 ? a.figure - b.figure : words.compare(a.text, b.text));
  };

  all('table.data').forEach(function (table) {
    var body = table.tBodies[0];
    var original = Array.from(body.rows);
    var moving = original.filter(function (row) { return row.className === ''; });
    all('thead button', table).forEach(function (button) {
      var header = button.closest('th');
      button.addEventListener('click', function () {
        var next = { none: 'ascending', ascending: 'descending', descending: 'none' }[header.getAttribute('aria-sort')];
        all('thead th[aria-sort]', table).forEach(function (each) { each.setAttribute('aria-sort', 'none'); });
        header.setAttribute('aria-sort', next);
        table.classList.toggle('sorted', next !== 'none');
        var rows = original;
        if (next !== 'none') {
          var column = Number(button.getAttribute('data-column'));
          var keys = new Map(moving.map(function (row) { return [row, keyOf(row, column)]; }));
          var direction = next === 'ascending' ? 1 : -1;
          var sorted = moving.slice().sort(function (a, b) { return compare(keys.get(a), keys.get(b), direction); });
          rows = sorted.concat(original.filter(function (row) { return row.className !== ''; }));
        }
        var list = document.createDocumentFragment();
        rows.forEach(function (row) { list.appendChild(row); });
        body.appendChild(list);
      });
    });
  });

  var input = document.getElementById('tim');
  var answer = document.getElementById('ket-qua-tim');
  var boxes = all('input[data-severity]');
  var lines = all('table.data tbody tr').map(function (row) { return { element: row, line: row.className === '' }; });
  var groups = all('details.unit').map(function (group) {
    return { element: group, name: fold(group.querySelector('summary b').textContent), items: all('li', group) };
  });
  var folded = new Map();
  var textOf = function (element) {
    if (!folded.has(element)) folded.set(element, fold(element.textContent));
    return folded.get(element);
  };

  var refresh = function () {
    var wanted = fold(input.value).trim().split(' ').filter(Boolean);
    var holds = function (text) { return wanted.every(function (word) { return text.indexOf(word) >= 0; }); };
    var shown = {};
    boxes.forEach(function (box) { shown[box.getAttribute('data-severity')] = box.checked; });
    var found = 0;
    lines.forEach(function (each) {
      var show = wanted.length === 0 || (each.line && holds(textOf(each.element)));
      each.element.hidden = !show;
      if (show) found += 1;
    });
    groups.forEach(function (group) {
      var left = 0;
      group.items.forEach(function (item) {
        var show = shown[item.getAttribute('data-severity')] !== false && holds(group.name + ' ' + textOf(item));
        item.hidden = !show;
        if (show) left += 1;
      });
      group.element.hidden = left === 0;
      found += left;
    });
    answer.textContent = wanted.length === 0 ? ''
      : found === 0 ? "Không có dòng nào khớp." : "Tìm thấy # dòng.".replace('#', String(found));
  };
  var waiting;
  input.addEventListener('input', function () { clearTimeout(waiting); waiting = setTimeout(refresh, 120); });
  input.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') { input.value = ''; refresh(); }
    if (event.key === 'Enter') refresh();
  });
  document.getElementById('xoa-tim').addEventListener('click', function () { input.value = ''; refresh(); input.focus(); });
  boxes.forEach(function (box) { box.addEventListener('change', refresh); });

  // Paper shows what is folded away on the screen.
  var closed = [];
  window.addEventListener('beforeprint', function () {
    closed = all('details:not([open])');
    closed.forEach(function (each) { each.open = true; });
  });
  window.addEventListener('afterprint', function () { closed.forEach(function (each) { each.open = false; }); });
})();
